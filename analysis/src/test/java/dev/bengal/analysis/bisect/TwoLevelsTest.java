package dev.bengal.analysis.bisect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.analysis.NoisyBuilds;
import dev.bengal.analysis.bisect.TwoLevels.Side;
import dev.bengal.model.NoiseClass;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TwoLevelsTest {
    private static final double[] GOOD = {100, 101, 99, 102, 98};
    private static final double[] BAD = {110, 111, 109, 112, 108};

    @Test
    void ends_differWhereFiveLieBeyondFive() {
        // All of five above all of five: 1 / C(10, 5) = 0.00397, below 0.005.
        TwoLevels apart = new TwoLevels(GOOD, BAD, NoiseClass.NOISY);

        assertThat(apart.differ()).isTrue();
        assertThat(new TwoLevels(BAD, GOOD, NoiseClass.NOISY).differ()).isTrue();
        assertThat(apart.effect().change()).isEqualTo(0.1, within(0.001));
        assertThat(new TwoLevels(GOOD, new double[] {110, 111, 109, 112, 101.5}, NoiseClass.NOISY).differ())
                .isFalse();
        assertThat(new TwoLevels(GOOD, GOOD, NoiseClass.NOISY).differ()).isFalse();
    }

    @Test
    void steadyEnds_differWhereNoneLiesAmongTheOthers() {
        assertThat(new TwoLevels(new double[] {50, 50.1}, new double[] {50.2, 50.3}, NoiseClass.STEADY).differ())
                .isTrue();
        assertThat(new TwoLevels(new double[] {50, 50.2}, new double[] {50.1, 50.3}, NoiseClass.STEADY).differ())
                .isFalse();
    }

    @Test
    void commit_isToldByThreeBuildsThatAgree() {
        TwoLevels levels = new TwoLevels(GOOD, BAD, NoiseClass.NOISY);

        assertThat(levels.side(110)).isEqualTo(Side.UNSURE);
        assertThat(levels.side(110, 111)).isEqualTo(Side.UNSURE);
        assertThat(levels.side(110, 111, 109)).isEqualTo(Side.BAD);
        assertThat(levels.side(100, 101, 99)).isEqualTo(Side.GOOD);
        // One wild build takes back what one good build has brought, and no more.
        assertThat(levels.side(300, 100, 101, 99)).isEqualTo(Side.UNSURE);
        assertThat(levels.side(300, 100, 101, 99, 100)).isEqualTo(Side.GOOD);
        assertThat(levels.side()).isEqualTo(Side.UNSURE);
    }

    @Test
    void commit_halfWayBelongsNowhere() {
        double middle = Math.sqrt(100 * 110);

        assertThat(new TwoLevels(GOOD, BAD, NoiseClass.NOISY).side(middle, middle, middle, middle, middle, middle))
                .isEqualTo(Side.UNSURE);
    }

    @Test
    void metricWithoutNoise_isToldByOneBuild() {
        TwoLevels levels = new TwoLevels(new double[] {50, 50.1}, new double[] {60, 60.1}, NoiseClass.STEADY);

        assertThat(levels.side(60.2)).isEqualTo(Side.BAD);
        assertThat(levels.side(49.9)).isEqualTo(Side.GOOD);
    }

    @Test
    void steadyEnds_thatTouchDoNotDiffer() {
        double[] low = {50, 50.1};
        double[] high = {50.1, 50.2};

        assertThat(new TwoLevels(low, high, NoiseClass.STEADY).differ()).isFalse();
        assertThat(new TwoLevels(high, low, NoiseClass.STEADY).differ()).isFalse();
        assertThat(new TwoLevels(new double[] {7}, new double[] {8}, NoiseClass.EXACT).differ())
                .isTrue();
    }

    @Test
    void fewest_isWhatTheExactTestNeeds() {
        assertThat(TwoLevels.fewest(NoiseClass.EXACT)).isEqualTo(1);
        assertThat(TwoLevels.fewest(NoiseClass.STEADY)).isEqualTo(2);
        assertThat(TwoLevels.fewest(NoiseClass.NOISY)).isEqualTo(5);
    }

    /** ln 199 = 5.293 is certain; builds at the bad level bring 1.1 each, so five are certain and four are not. */
    private static void assertFiveAreNeeded(double level, double... residuals) {
        TwoLevels levels = new TwoLevels(exp(3, residuals), exp(3 + level, residuals), NoiseClass.NOISY);
        double good = Math.exp(3);
        double bad = Math.exp(3 + level);

        assertThat(levels.side(bad, bad, bad, bad)).isEqualTo(Side.UNSURE);
        assertThat(levels.side(bad, bad, bad, bad, bad)).isEqualTo(Side.BAD);
        assertThat(levels.side(good, good, good, good)).isEqualTo(Side.UNSURE);
        assertThat(levels.side(good, good, good, good, good)).isEqualTo(Side.GOOD);
    }

    private static double[] exp(double level, double... residuals) {
        return Arrays.stream(residuals).map(value -> Math.exp(level + value)).toArray();
    }

    @Test
    void evidence_isInUnitsOfTheSpread() {
        // Half the square of the step over the spread is 1.1 where the step is 1.4832 spreads.
        // The median absolute deviation of both together is 0.01.
        assertFiveAreNeeded(1.4832 * 0.014826, -0.02, -0.01, 0, 0.01, 0.02);
    }

    @Test
    void spread_isThatOfTheQuartersWhereMostBuildsAreAlike() {
        // Six of the ten are 0, so their deviation is 0 too; the quarters are 0 and 0.09.
        assertFiveAreNeeded(1.4832 * 0.3 * 0.09, 0, 0, 0, 0.09, 0.09);
    }

    @Test
    void spread_isNeverZero() {
        assertFiveAreNeeded(1.4832e-4, 0, 0, 0, 0, 0);
    }

    @Test
    void commit_belowZeroAmongRatiosIsFarBelow() {
        assertThat(new TwoLevels(GOOD, BAD, NoiseClass.NOISY).side(-5, 0, -5)).isEqualTo(Side.GOOD);
    }

    @Test
    void effect_hasAnIntervalThatHoldsIt() {
        var effect = new TwoLevels(GOOD, BAD, NoiseClass.NOISY).effect();

        assertThat(effect.interval().low()).isBetween(0.05, 0.1);
        assertThat(effect.interval().high()).isBetween(0.1, 0.15);
    }

    @Test
    void valuesOfZero_areComparedAsDifferences() {
        TwoLevels levels = new TwoLevels(new double[] {0, 0}, new double[] {4, 4}, NoiseClass.STEADY);

        assertThat(levels.differ()).isTrue();
        assertThat(levels.effect().relative()).isFalse();
        assertThat(levels.side(0)).isEqualTo(Side.GOOD);
        assertThat(levels.side(4)).isEqualTo(Side.BAD);
        TwoLevels wide = new TwoLevels(new double[] {0, 0}, new double[] {40, 40}, NoiseClass.STEADY);
        assertThat(wide.side(15)).isEqualTo(Side.GOOD);
        assertThat(wide.side(25)).isEqualTo(Side.BAD);
    }

    @Test
    void commit_isPutOnTheWrongSideInFewerThanOneOfAHundred() {
        NoisyBuilds builds = new NoisyBuilds(31, 0.03);
        int wrong = 0;
        int unsure = 0;
        int trials = 2000;
        for (int i = 0; i < trials; i++) {
            TwoLevels levels = new TwoLevels(builds.about(1000, 5), builds.about(1100, 5), NoiseClass.NOISY);
            Side side = told(levels, builds.about(i % 2 == 0 ? 1000 : 1100, 15));
            wrong += side == (i % 2 == 0 ? Side.BAD : Side.GOOD) ? 1 : 0;
            unsure += side == Side.UNSURE ? 1 : 0;
        }

        assertThat(wrong).isLessThan(trials / 100);
        assertThat(unsure).isLessThan(trials / 100);
    }

    private static Side told(TwoLevels levels, double... values) {
        Side side = Side.UNSURE;
        for (int i = 1; side == Side.UNSURE && i <= values.length; i++) {
            side = levels.side(Arrays.copyOf(values, i));
        }
        return side;
    }

    @Test
    void equalEnds_areTakenForDifferentInFewerThanTwoOfAHundred() {
        NoisyBuilds builds = new NoisyBuilds(32, 0.03);
        int wrong = 0;
        int trials = 4000;
        for (int i = 0; i < trials; i++) {
            wrong += new TwoLevels(builds.about(1000, 5), builds.about(1000, 5), NoiseClass.NOISY).differ() ? 1 : 0;
        }

        // Two sides of 0.4 % each.
        assertThat(wrong).isBetween(trials / 500, trials / 50);
    }
}
