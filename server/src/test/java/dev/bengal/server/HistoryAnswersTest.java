package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryAnswersTest {
    private static final String PHASE = "F" + HostileHistory.SCRIPT + ".duration_ms";

    @TempDir
    private Path folder;

    private JournalStore store;

    @BeforeEach
    void open() throws IOException {
        store = new JournalStore(new Journal(HostileHistory.write(folder)), "p");
    }

    private HistoryAnswers watched(IntConsumer watcher) {
        return new HistoryAnswers(new WatchedStore(store, watcher), new PlainJudgements(store));
    }

    private void append(String line) throws IOException {
        Files.writeString(folder.resolve("history.jsonl"), line, StandardOpenOption.APPEND);
    }

    @Test
    void badge_ofWhatTheNewestBuildMeasuredReadsNoOther() {
        List<Integer> limits = new ArrayList<>();

        assertThat(watched(limits::add).badge(BuildFilter.ALL, "page_count")).contains("page_count: 100");
        assertThat(limits).containsExactly(1);
    }

    @Test
    void badge_isOfTheNewestBuildThatMeasuredIt() throws IOException {
        append(HostileHistory.line(60).replace("\"page_count\":100,", ""));
        HistoryAnswers answers = watched(limit -> {});

        assertThat(answers.badge(BuildFilter.ALL, "page_count")).contains("page_count: 100");
        assertThat(answers.badge(BuildFilter.ALL, "heap_mb")).contains("not measured");
    }

    @Test
    void phase_isKnownByItsShortNameAlsoWhereTheNewestBuildHasNone() throws IOException {
        append(HostileHistory.line(60).replaceFirst("\"phases\":\\[.*?\\],", ""));

        assertThat(watched(limit -> {}).meant(BuildFilter.ALL, PHASE)).isEqualTo("phase." + PHASE);
    }

    @Test
    void quotients_readNoMoreBuildsThanAreAskedFor() {
        List<Integer> limits = new ArrayList<>();

        String answer = watched(limits::add)
                .series(new Question(
                        Map.of("metric", "total_duration_ms", "per", "page_count", "limit", "5", "points", "4")));

        assertThat(limits).isNotEmpty().allMatch(limit -> limit <= 5);
        assertThat(answer).contains("\"builds\":5");
    }

    @Test
    void quotients_areWorkedOutOneAfterAnother() throws InterruptedException {
        Question question = new Question(Map.of("metric", "total_duration_ms", "per", "page_count"));
        AtomicReference<Thread> first = new AtomicReference<>();
        AtomicBoolean isInside = new AtomicBoolean();
        AtomicBoolean metInside = new AtomicBoolean();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        HistoryAnswers answers = watched(limit -> {
            if (first.compareAndSet(null, Thread.currentThread())) {
                isInside.set(true);
                entered.countDown();
                awaitUninterruptibly(released);
                isInside.set(false);
            } else if (!Thread.currentThread().equals(first.get())) {
                metInside.compareAndSet(false, isInside.get());
            }
        });
        Thread one = new Thread(() -> answers.series(question));
        Thread other = new Thread(() -> answers.series(question));
        one.start();
        entered.await();
        other.start();
        while (other.getState() != Thread.State.BLOCKED && other.isAlive()) {
            Thread.onSpinWait();
        }
        released.countDown();
        one.join();
        other.join();

        assertThat(metInside).isFalse();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
