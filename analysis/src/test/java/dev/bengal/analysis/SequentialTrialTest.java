package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SequentialTrialTest {
    @Test
    void trial_decidesAtTheFirstLookWhereEveryPairAgrees() {
        SequentialTrial trial = new SequentialTrial(0.02);
        // All of ten above zero: 1/1024 = 0.00098, below the level of 0.0012.
        for (int i = 0; i < 9; i++) {
            assertThat(trial.offer(100, 110 + i)).isEqualTo(SequentialTrial.State.UNDECIDED);
        }
        assertThat(trial.offer(100, 119)).isEqualTo(SequentialTrial.State.SLOWER);
        assertThat(trial.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(trial.pairs()).isEqualTo(10);
        assertThat(trial.effect().change()).isEqualTo(0.145, within(0.006));
        assertThatThrownBy(() -> trial.offer(1, 1)).hasMessage("the trial has ended: SLOWER");
    }

    @Test
    void trial_seesTheOtherWay() {
        SequentialTrial trial = new SequentialTrial(0.02);
        for (int i = 0; i < 10; i++) {
            trial.offer(110 + i, 100);
        }

        assertThat(trial.state()).isEqualTo(SequentialTrial.State.FASTER);
        assertThat(trial.verdict()).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void trial_callsASureTrifleUnchanged() {
        SequentialTrial trial = new SequentialTrial(0.05);
        for (int i = 0; i < 10; i++) {
            trial.offer(1000, 1010 + i);
        }

        assertThat(trial.state()).isEqualTo(SequentialTrial.State.SLOWER);
        assertThat(trial.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void trial_endsWhereNoDifferenceCanMatter() {
        SequentialTrial trial = new SequentialTrial(0.05);
        for (int i = 0; i < 10; i++) {
            trial.offer(1000, i % 2 == 0 ? 1001 + i : 999 - i);
        }

        assertThat(trial.state()).isEqualTo(SequentialTrial.State.ALIKE);
        assertThat(trial.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void trial_endsWithoutAnAnswerAfterAllPairs() {
        SequentialTrial trial = new SequentialTrial(0.001);
        for (int i = 0; i < SequentialTrial.MOST_PAIRS; i++) {
            trial.offer(1000, i % 2 == 0 ? 1100 + i : 900 - i);
        }

        assertThat(trial.state()).isEqualTo(SequentialTrial.State.EXHAUSTED);
        assertThat(trial.verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void trial_refusesWhatIsNoPair() {
        SequentialTrial trial = new SequentialTrial(0.02);

        assertThatThrownBy(() -> trial.offer(0, 1)).hasMessageContaining("both must be above 0");
        assertThatThrownBy(() -> trial.offer(1, Double.NaN)).hasMessageContaining("both must be above 0");
        assertThatThrownBy(() -> new SequentialTrial(0)).hasMessageContaining("must be above 0");
        assertThat(trial.verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void trial_isWrongInFewerThanOneOfAHundredHoweverOftenItLooks() {
        lookAtTrialsWithoutADifference(1000);
    }

    /** The rate itself takes more trials than every build has time for. */
    @Test
    @Tag("heavy")
    void fourThousandTrials_areWrongInFewerThanOneOfAHundred() {
        lookAtTrialsWithoutADifference(4000);
    }

    private static void lookAtTrialsWithoutADifference(int trials) {
        NoisyBuilds builds = new NoisyBuilds(21, 0.03);
        int wrong = 0;
        for (int i = 0; i < trials; i++) {
            // A limit so small that it never ends early, which would only make it wrong less often.
            wrong += run(builds, 1, 1e-9) == SequentialTrial.State.SLOWER ? 1 : 0;
        }

        assertThat(wrong).isBetween(1, trials / 100);
    }

    @Test
    void changeAsLargeAsTheLimit_isCalledUnchangedInFewerThanOneOfAHundred() {
        lookAtTrialsAtTheLimit(1000);
    }

    @Test
    @Tag("heavy")
    void changeAsLargeAsTheLimit_isCalledUnchangedInFewerThanOneOfAHundredOfFourThousand() {
        lookAtTrialsAtTheLimit(4000);
    }

    private static void lookAtTrialsAtTheLimit(int trials) {
        NoisyBuilds builds = new NoisyBuilds(24, 0.03);
        int alike = 0;
        for (int i = 0; i < trials; i++) {
            alike += run(builds, 1.05, 0.05) == SequentialTrial.State.ALIKE ? 1 : 0;
        }

        assertThat(alike).isLessThanOrEqualTo(trials / 100);
    }

    @Test
    void severalTrials_areWrongTogetherInFewerThanOneOfAHundred() {
        lookAtThreeTrialsAtOnce(500);
    }

    @Test
    @Tag("heavy")
    void severalTrials_areWrongTogetherInFewerThanOneOfAHundredOfTwoThousand() {
        lookAtThreeTrialsAtOnce(2000);
    }

    private static void lookAtThreeTrialsAtOnce(int times) {
        NoisyBuilds builds = new NoisyBuilds(23, 0.03);
        int wrong = 0;
        for (int i = 0; i < times; i++) {
            boolean isWrong = false;
            for (int metric = 0; metric < 3; metric++) {
                isWrong |= run(builds, 1, new SequentialTrial(1e-9, 3)) == SequentialTrial.State.SLOWER;
            }
            wrong += isWrong ? 1 : 0;
        }

        assertThat(wrong).isBetween(1, times / 100);
    }

    @Test
    void trialAmongSeveral_needsMorePairsThanOneAlone() {
        SequentialTrial trial = new SequentialTrial(0.02, 3);
        // A third of 0.0012 is 0.0004: 1/2048 = 0.00049 at eleven pairs is not below it, 1/4096 at twelve is.
        for (int i = 0; i < 11; i++) {
            assertThat(trial.offer(100, 110 + i)).isEqualTo(SequentialTrial.State.UNDECIDED);
        }
        assertThat(trial.offer(100, 121)).isEqualTo(SequentialTrial.State.SLOWER);
        assertThatThrownBy(() -> new SequentialTrial(0.02, 0)).hasMessage("a trial among 0 trials");
    }

    @Test
    void trial_findsTenPercentInNoiseOfThree() {
        NoisyBuilds builds = new NoisyBuilds(22, 0.03);
        int found = 0;
        for (int i = 0; i < 100; i++) {
            found += run(builds, 1.1, 0.02) == SequentialTrial.State.SLOWER ? 1 : 0;
        }

        assertThat(found).isGreaterThanOrEqualTo(95);
    }

    private static SequentialTrial.State run(NoisyBuilds builds, double factor, double limit) {
        return run(builds, factor, new SequentialTrial(limit));
    }

    private static SequentialTrial.State run(NoisyBuilds builds, double factor, SequentialTrial trial) {
        while (trial.state() == SequentialTrial.State.UNDECIDED) {
            trial.offer(builds.about(1000, 1)[0], builds.about(1000 * factor, 1)[0]);
        }
        return trial.state();
    }
}
