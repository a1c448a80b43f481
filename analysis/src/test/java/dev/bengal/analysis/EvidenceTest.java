package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.analysis.statistics.Interval;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Metric SPEED = new Metric("pages_per_s", Unit.NONE, Direction.HIGHER, NoiseClass.NOISY);
    private static final double[] CONSTANT = {50, 50, 50, 50, 50, 50, 50, 50};

    @Test
    void spread_isThatOfAMeanForTwoBuildsAndOfAMedianFromThreeOn() {
        // 1.57 / 157 = 0.01.
        assertThat(Evidence.spread(1, 157)).isEqualTo(Math.sqrt(1.01), within(1e-12));
        assertThat(Evidence.spread(2, 157)).isEqualTo(Math.sqrt(0.51), within(1e-12));
        assertThat(Evidence.spread(4, 157)).isEqualTo(Math.sqrt(0.4025), within(1e-12));
        assertThat(Evidence.spread(3, 157)).isEqualTo(Math.sqrt(1.57 / 3 + 0.01), within(1e-12));
    }

    /** Student's table, 7 degrees of freedom: 2.3646 and 3.4995. */
    @Test
    void student_hasOneDegreeFewerThanTheBaselineHasBuilds() {
        Evidence evidence = time(CONSTANT, 50);

        assertThat(evidence.student(0.975)).isEqualTo(2.3646, within(1e-4));
        assertThat(evidence.student(0.995)).isEqualTo(3.4995, within(1e-4));
    }

    /** By hand: t(.975, 7) · 1e-4 · √(1.57/4 + 1.57/8) = 2.364624e-4 · 0.767300 = 1.814377e-4 about ln 1.5. */
    @Test
    void interval_ofFourBuildsIsStudents() {
        Interval interval = time(CONSTANT, 75, 75, 75, 75).interval();

        assertThat(interval.low()).isEqualTo(Math.log(1.5) - 1.814377e-4, within(1e-9));
        assertThat(interval.high()).isEqualTo(Math.log(1.5) + 1.814377e-4, within(1e-9));
    }

    @Test
    void interval_ofFiveBuildsIsByRanks() {
        Interval interval = time(CONSTANT, 75, 75, 75, 75, 75).interval();

        // All 40 pairs differ by the same.
        assertThat(interval.low()).isEqualTo(Math.log(1.5), within(1e-12));
        assertThat(interval.high()).isEqualTo(Math.log(1.5), within(1e-12));
    }

    @Test
    void limitReason_tellsARealChangeEitherWayFromNone() {
        assertThat(time(CONSTANT, 55, 55, 55, 55, 55).limitReason()).isEqualTo("a real change, but below the limit");
        assertThat(time(CONSTANT, 45, 45, 45, 45, 45).limitReason()).isEqualTo("a real change, but below the limit");
        // The interval is zero, and touches it.
        assertThat(time(CONSTANT, 50, 50, 50, 50, 50).limitReason()).isEqualTo("no change beyond noise");
        assertThat(time(CONSTANT, 45, 50, 55, 50, 45).limitReason()).isEqualTo("no change beyond noise");
    }

    @Test
    void isWhollyWorse_countsABuildInTheMiddleAsOneThatIsNot() {
        assertThat(time(CONSTANT, 51, 60).isWhollyWorse()).isTrue();
        assertThat(time(CONSTANT, 50, 60).isWhollyWorse()).isFalse();
        assertThat(evidence(SPEED, CONSTANT, 49, 40).isWhollyWorse()).isTrue();
        assertThat(evidence(SPEED, CONSTANT, 50, 40).isWhollyWorse()).isFalse();
        assertThat(evidence(SPEED, CONSTANT, 51, 60).isWhollyWorse()).isFalse();
    }

    /** Of the 1287 ways to choose 5 of 13, one has all five on its side. */
    @Test
    void chance_isThatOfTheSideToWhichItMoved() {
        assertThat(time(CONSTANT, 75, 75, 75, 75, 75).chance()).isEqualTo(1 / 1287.0, within(1e-12));
        assertThat(time(CONSTANT, 25, 25, 25, 25, 25).chance()).isEqualTo(1 / 1287.0, within(1e-12));
    }

    private static Evidence time(double[] before, double... after) {
        return evidence(NoisyBuilds.TIME, before, after);
    }

    private static Evidence evidence(Metric metric, double[] before, double... after) {
        return new Evidence(metric, before, after, Limit.ofGrowth(0.2));
    }
}
