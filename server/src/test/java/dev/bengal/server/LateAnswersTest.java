package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateAnswersTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final AtomicInteger news = new AtomicInteger();
    private final AtomicInteger computed = new AtomicInteger();
    private Instant now = NOON;
    private final LateAnswers answers = new LateAnswers(background::add, () -> now, news::incrementAndGet);

    private LateAnswers.Late ask(Object state) {
        return answers.of(state, "q", () -> "answer " + computed.incrementAndGet());
    }

    @Test
    void firstAnswer_isNotWaitedFor() {
        assertThat(ask("one")).isEqualTo(new LateAnswers.Late(true, null, null));
        assertThat(ask("one")).isEqualTo(new LateAnswers.Late(true, null, null));
        assertThat(background).as("worked out once").hasSize(1);

        background.remove().run();

        assertThat(news).hasValue(1);
        assertThat(ask("one")).isEqualTo(new LateAnswers.Late(false, NOON, "answer 1"));
        assertThat(background).isEmpty();
    }

    @Test
    void answerOfAnotherState_isGivenWithItsTimeUntilTheNewOneIsThere() {
        ask("one");
        background.remove().run();
        now = NOON.plusSeconds(60);

        assertThat(ask("two")).isEqualTo(new LateAnswers.Late(true, NOON, "answer 1"));
        background.remove().run();

        assertThat(ask("two")).isEqualTo(new LateAnswers.Late(false, NOON.plusSeconds(60), "answer 2"));
    }

    @Test
    void answerThatCameTooLateForItsState_isWorkedOutAgain() {
        ask("one");
        assertThat(ask("two").isOnItsWay()).isTrue();
        background.remove().run();

        assertThat(ask("two")).isEqualTo(new LateAnswers.Late(true, NOON, "answer 1"));
        assertThat(background).hasSize(1);
    }

    @Test
    void failure_isToldToTheNextToAskAndThenTriedAgain() {
        answers.of("one", "q", () -> {
            throw new IllegalStateException("not now");
        });
        background.remove().run();

        assertThat(news).hasValue(1);
        assertThatThrownBy(() -> ask("one")).hasMessage("not now");
        assertThat(ask("one").isOnItsWay()).isTrue();
        background.remove().run();
        assertThat(ask("one").answer()).isEqualTo("answer 1");
    }

    @Test
    void failureInAnotherState_isForgotten() {
        answers.of("one", "q", () -> {
            throw new IllegalStateException("not now");
        });
        background.remove().run();

        assertThat(ask("two")).isEqualTo(new LateAnswers.Late(true, null, null));
    }

    @Test
    void answersAskedForLongAgo_areDropped() {
        for (int i = 0; i <= 50; i++) {
            answers.of("one", "q" + i, () -> "x");
            background.remove().run();
        }

        assertThat(answers.of("one", "q50", () -> "y").answer()).isEqualTo("x");
        assertThat(answers.of("one", "q0", () -> "y").answer()).isNull();
    }
}
