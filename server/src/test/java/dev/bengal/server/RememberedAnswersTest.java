package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RememberedAnswersTest {
    private final RememberedAnswers answers = new RememberedAnswers();
    private final AtomicInteger asked = new AtomicInteger();

    private String counting() {
        return "answer " + asked.incrementAndGet();
    }

    @Test
    void answer_isGivenAgainUntilItIsForgotten() {
        assertThat(answers.of("now", "q", this::counting)).isEqualTo("answer 1");
        assertThat(answers.of("now", "q", this::counting)).isEqualTo("answer 1");
        assertThat(answers.of("now", "other", this::counting)).isEqualTo("answer 2");

        answers.forget();

        assertThat(answers.of("now", "q", this::counting)).isEqualTo("answer 3");
    }

    @Test
    void answer_isOfOneState() {
        assertThat(answers.of("before", "q", this::counting)).isEqualTo("answer 1");
        assertThat(answers.of("after", "q", this::counting)).isEqualTo("answer 2");
        assertThat(answers.of("after", "q", this::counting)).isEqualTo("answer 2");
    }

    @Test
    void failure_isTheAskersOwnAndNotRemembered() {
        assertThatThrownBy(() -> answers.of("now", "q", () -> {
                    throw new RefusedException(404, "nothing");
                }))
                .isInstanceOf(RefusedException.class);

        assertThat(answers.of("now", "q", this::counting)).isEqualTo("answer 1");
    }

    @Test
    void preparedQuestions_areAnsweredBeforeAnybodyAsks() {
        answers.prepare("broken", () -> {
            throw new IllegalStateException("not now");
        });
        answers.prepare("q", this::counting);

        answers.prepare("now");

        assertThat(asked).hasValue(1);
        assertThat(answers.of("now", "q", this::counting)).isEqualTo("answer 1");
    }

    @Test
    void veryLongAnswers_areNotHeld() {
        Supplier<String> long40 = () -> "x".repeat(40_000_000) + asked.incrementAndGet();

        assertThat(answers.of("now", "a", long40)).endsWith("x1");
        assertThat(answers.of("now", "b", long40)).endsWith("x2");
        assertThat(answers.of("now", "a", long40)).endsWith("x1");
        assertThat(answers.of("now", "b", long40)).endsWith("x3");
    }

    @Test
    @Timeout(60)
    void questionThatIsBeingAnswered_isWaitedFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> answers.of("now", "q", () -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return counting();
        }));
        begun.await();
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> answers.of("now", "q", this::counting));
        goOn.countDown();

        assertThat(first.get()).isEqualTo("answer 1");
        assertThat(second.get()).isEqualTo("answer 1");
    }
}
