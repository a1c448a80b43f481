package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.model.CommitOrder;
import dev.bengal.store.JournalStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveUpdatesTest {
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final RememberedAnswers answers = new RememberedAnswers();
    private final AtomicInteger asked = new AtomicInteger();

    private LiveUpdates updates(Supplier<CommitOrder> order) {
        return new LiveUpdates(new JournalStore(new Journal(folder.resolve("history.jsonl")), "p"), order, answers);
    }

    @Test
    void beginning_isOverWhenWhatIsAskedForFirstIsReady() throws InterruptedException {
        answers.prepare("q", () -> "answer " + asked.incrementAndGet());
        try (LiveUpdates updates = updates(() -> CommitOrder.BY_TIME)) {
            updates.start();
            updates.awaitBeginning(LONG);

            assertThat(asked).hasValue(1);
            assertThat(answers.of(updates.state(), "q", () -> "asked again")).isEqualTo("answer 1");
        }
    }

    @Test
    void beginning_isOverWhereTheHistoryCannotBeRead() throws InterruptedException {
        answers.prepare("q", () -> "answer " + asked.incrementAndGet());
        try (LiveUpdates updates = updates(() -> {
            throw new IllegalStateException("no order");
        })) {
            updates.start();
            updates.awaitBeginning(LONG);

            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void beginning_isNotWaitedForForEver() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        answers.prepare("q", () -> {
            awaitUninterruptedly(answered);
            return "late";
        });
        try (LiveUpdates updates = updates(() -> CommitOrder.BY_TIME)) {
            updates.start();
            updates.awaitBeginning(Duration.ZERO);

            answered.countDown();
            updates.awaitBeginning(LONG);
            assertThat(answers.of(updates.state(), "q", () -> "asked again")).isEqualTo("late");
        }
    }

    private static void awaitUninterruptedly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
