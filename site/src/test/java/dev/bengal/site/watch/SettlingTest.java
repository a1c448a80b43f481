package dev.bengal.site.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens close together is one change; the clock and the news are those of the test. */
class SettlingTest {
    @TempDir
    private Path root;

    private final AtomicLong nanos = new AtomicLong();
    private final ScriptedSignals signals = new ScriptedSignals();
    private final List<String> warnings = new ArrayList<>();

    private SourceWatch watch() {
        return new SourceWatch(root, signals, nanos::get, warnings::add);
    }

    /** Tells what it was told to tell; a silence lies between two changes that are not close together. */
    private final class ScriptedSignals implements Signals {
        private final Deque<SourceChange> script = new ArrayDeque<>();
        private long nanosPerSign = 1_000_000;
        private @Nullable IOException failure;
        private boolean isClosed;

        ScriptedSignals change(String file) {
            script.add(SourceChange.of(List.of(file)));
            return this;
        }

        ScriptedSignals silence() {
            script.add(SourceChange.NONE);
            return this;
        }

        @Override
        public SourceChange take() throws IOException {
            if (failure != null) {
                throw failure;
            }
            SourceChange next = poll(-1);
            return next.isNone() ? take() : next;
        }

        @Override
        public SourceChange poll(long millis) {
            nanos.addAndGet(nanosPerSign);
            if (isClosed || script.isEmpty()) {
                throw new ClosedWatchServiceException();
            }
            return script.remove();
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private Optional<List<String>> next(SourceWatch watch) throws InterruptedException {
        return watch.next().map(SourceChange::files);
    }

    @Test
    void signsCloseTogether_areOneChange() throws Exception {
        signals.change("content/b.md")
                .change("content/a.md")
                .change("content/b.md")
                .silence();
        signals.change("content/c.md").silence();
        SourceWatch watch = watch();

        assertThat(next(watch)).contains(List.of("content/a.md", "content/b.md"));
        assertThat(next(watch)).contains(List.of("content/c.md"));
        assertThat(next(watch)).isEmpty();
    }

    @Test
    void signsWithoutEnd_areOneChangeEveryTwoSeconds() throws Exception {
        signals.nanosPerSign = 700_000_000;
        for (int i = 1; i <= 8; i++) {
            signals.change("content/" + i + ".md");
        }
        SourceWatch watch = watch();

        assertThat(next(watch)).contains(List.of("content/1.md", "content/2.md", "content/3.md", "content/4.md"));
        assertThat(next(watch)).contains(List.of("content/5.md", "content/6.md", "content/7.md", "content/8.md"));
    }

    @Test
    void systemThatCannotTellAnyMore_isNotTrusted() throws Exception {
        signals.failure = new IOException("User limit of inotify watches reached");
        SourceWatch watch = watch();

        assertThat(watch.next()).contains(SourceChange.ANYTHING);
        assertThat(signals.isClosed).isTrue();
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("inotify watches reached", "looked at every second", "max_user_watches");
        watch.close();
        assertThat(watch.next()).isEmpty();
    }

    @Test
    void change_isOfStylesOnlyWhereAllFilesAre() {
        assertThat(SourceChange.of(List.of("assets/a.css", "static/b.css")).isStylesOnly())
                .isTrue();
        assertThat(SourceChange.of(List.of("assets/a.css", "content/b.md")).isStylesOnly())
                .isFalse();
        assertThat(SourceChange.of(List.of("content/a.css")).isStylesOnly()).isFalse();
        assertThat(SourceChange.ANYTHING.isStylesOnly()).isFalse();
        assertThat(SourceChange.NONE.isStylesOnly()).isFalse();
        assertThat(SourceChange.of(List.of("assets/a.css"))
                        .and(SourceChange.ANYTHING)
                        .isStylesOnly())
                .isFalse();
    }
}
