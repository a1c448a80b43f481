package dev.bengal.site.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolledSignalsTest {
    @TempDir
    private Path root;

    /** Something happens in each pause; after the last one it is over. */
    private static final class Events implements PolledSignals.Pause {
        private final Deque<Runnable> pauses = new ArrayDeque<>();
        private boolean isOver;

        @Override
        public void await(long millis) {
            if (pauses.isEmpty()) {
                isOver = true;
            } else {
                pauses.remove().run();
            }
        }

        @Override
        public boolean isOver() {
            return isOver;
        }

        @Override
        public void end() {
            isOver = true;
        }
    }

    private void put(String file, String text) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String file) {
        try {
            Files.delete(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void looks_findWhatWasMadeChangedAndDeleted() throws Exception {
        put("content/a.md", "a");
        put("content/b.md", "b");
        Events events = new Events();
        PolledSignals signals = new PolledSignals(root, events);
        events.pauses.add(() -> {});
        events.pauses.add(() -> put("content/a.md", "another length"));
        events.pauses.add(() -> {
            put("templates/page.html", "x");
            delete("content/b.md");
        });

        assertThat(signals.take().files()).containsExactly("content/a.md");
        assertThat(signals.take().files()).containsExactly("content/b.md", "templates/page.html");
        assertThatThrownBy(signals::take).isInstanceOf(ClosedWatchServiceException.class);
    }

    @Test
    void looks_passOverWhatIsNoSource() throws Exception {
        Events events = new Events();
        PolledSignals signals = new PolledSignals(root, events);
        events.pauses.add(() -> put("public/index.html", "x"));
        events.pauses.add(() -> put("content/.a.md.swp", "x"));
        events.pauses.add(() -> put("bengal.toml", ""));

        assertThat(signals.take().files()).containsExactly("bengal.toml");
    }
}
