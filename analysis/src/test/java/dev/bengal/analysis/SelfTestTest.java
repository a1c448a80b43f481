package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelfTestTest {
    private static final Limit TWENTY = Limit.ofGrowth(0.20);

    @Test
    void selfTest_tellsWhatAQuietHistoryIsWorth() {
        double[] values = new NoisyBuilds(31, 0.02).about(1000, 60);

        SelfTest test = SelfTest.of(NoisyBuilds.series(NoisyBuilds.TIME, values), TWENTY, 7);

        // 20 orders; in each the builds from the ninth on, in samples of five.
        assertThat(test.replayed()).isEqualTo(20 * 11);
        assertThat(test.samples()).isEqualTo(20 * 10);
        assertThat(test.failed()).isZero();
        // A limit of 20 % and noise of 2 %: seen surely from a little more than 20 % on.
        assertThat(test.smallestStep().orElseThrow()).isBetween(0.20, 0.27);
        assertThat(test.failuresPerThousand()).hasValue(0);
        // Four wild builds in a hundred are above 20 % mostly.
        assertThat(test.suspiciousPerThousand().orElseThrow()).isBetween(5.0, 100.0);
    }

    @Test
    void selfTest_isTheSameForTheSameSeed() {
        double[] values = new NoisyBuilds(32, 0.05).about(1000, 40);
        SelfTest one = SelfTest.of(NoisyBuilds.series(NoisyBuilds.TIME, values), Limit.ofGrowth(0.02), 7);

        assertThat(SelfTest.of(NoisyBuilds.series(NoisyBuilds.TIME, values), Limit.ofGrowth(0.02), 7))
                .isEqualTo(one);
    }

    @Test
    void selfTest_takesNoStepForNoise() {
        double[] values = new NoisyBuilds(33, 0.02).about(1000, 60);
        for (int i = 30; i < 60; i++) {
            values[i] *= 2;
        }
        SelfTest test = SelfTest.of(NoisyBuilds.series(NoisyBuilds.TIME, values), TWENTY, 7);

        assertThat(test.smallestStep().orElseThrow()).isLessThan(0.3);
    }

    @Test
    void selfTest_ofASteadyMetricCountsEachBuildThatWouldFail() {
        double[] values = new NoisyBuilds(34, 0.03).about(1000, 60);

        SelfTest test = SelfTest.of(NoisyBuilds.series(NoisyBuilds.ALLOCATED, values), Limit.ofGrowth(0.02), 7);

        assertThat(test.samples()).isEqualTo(test.replayed());
        // It is judged from one build, so that whatever would be suspected fails.
        assertThat(test.failed()).isEqualTo(test.suspicious()).isPositive();
    }

    @Test
    void selfTest_isEmptyWhereNothingCanBeReplayed() {
        SelfTest test = SelfTest.of(NoisyBuilds.series(NoisyBuilds.TIME, 1, 2, 3), TWENTY, 7);

        assertThat(test.replayed()).isZero();
        assertThat(test.suspiciousPerThousand()).isEmpty();
        assertThat(test.failuresPerThousand()).isEmpty();
        assertThat(test.smallestStep()).isEmpty();
    }
}
