package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthJudgeTest {
    private static final Limit TWENTY = Limit.ofGrowth(0.20);
    private static final double[] STEADY_TEN = {100, 101, 99, 100, 102, 98, 100, 101, 99, 100};
    private static final Metric SPEED = new Metric("pages_per_s", Unit.NONE, Direction.HIGHER, NoiseClass.NOISY);
    private static final Metric ALLOCATED =
            new Metric("allocated_mb", Unit.MEBIBYTES, Direction.LOWER, NoiseClass.STEADY);
    private static final Metric BYTES = new Metric("output.bytes", Unit.COUNT, Direction.LOWER, NoiseClass.EXACT);
    private static final Metric PAGES = new Metric("page_count", Unit.COUNT, Direction.NONE, NoiseClass.EXACT);
    private static final Metric COLLECTIONS = new Metric("gc_count", Unit.COUNT, Direction.LOWER, NoiseClass.NOISY);

    @Test
    void compare_isRegressedByFiveBuildsBeyondNoiseAndLimit() {
        Comparison comparison = time(STEADY_TEN, TWENTY, 130, 131, 129, 130, 132);

        assertThat(comparison.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(comparison.before()).isEqualTo(100);
        assertThat(comparison.after()).isEqualTo(130);
        assertThat(change(comparison)).isEqualTo(0.30, within(0.011));
        assertThat(Objects.requireNonNull(comparison.effect()).interval().contains(0.30))
                .isTrue();
        // All 50 pairs above: one of the 3003 ways to choose 5 of 15.
        assertThat(comparison.chance()).isEqualTo(1 / 3003.0, within(1e-12));
    }

    @Test
    void compare_isImprovedTheOtherWay() {
        assertThat(time(STEADY_TEN, TWENTY, 70, 71, 69, 70, 72).verdict()).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void compare_knowsWhichWayIsBetter() {
        assertThat(compare(SPEED, STEADY_TEN, TWENTY, 70, 71, 69, 70, 72).verdict())
                .isEqualTo(Verdict.REGRESSED);
        assertThat(compare(SPEED, STEADY_TEN, TWENTY, 130, 131, 129, 130, 132).verdict())
                .isEqualTo(Verdict.IMPROVED);
        assertThat(compare(SPEED, STEADY_TEN, TWENTY, 70).verdict()).isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void compare_isOnlySuspiciousBelowFiveBuilds() {
        assertThat(time(STEADY_TEN, TWENTY, 200).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        Comparison four = time(STEADY_TEN, TWENTY, 200, 201, 199, 200);
        assertThat(four.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(four.reason()).isEqualTo("too few builds to be sure; 1 more of the same commit decide it");
        assertThat(four.chance()).isNull();
        assertThat(time(STEADY_TEN, TWENTY, 50).verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void compare_isUnchangedBelowTheLimitHoweverSure() {
        Comparison comparison = time(STEADY_TEN, TWENTY, 110, 111, 109, 110, 112);

        assertThat(comparison.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(comparison.reason()).isEqualTo("a real change, but below the limit");
    }

    @Test
    void compare_needsBothLimits() {
        double[] few = {5, 5.1, 4.9, 5, 5.2, 4.8, 5, 5.1};
        double[] more = {7, 7.1, 6.9, 7, 7.2};

        assertThat(time(few, new Limit(0.2, 10), more).verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(time(few, new Limit(0.2, 1), more).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(time(few, new Limit(0.5, 1), more).verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void compare_isUnchangedWithinNoiseAndSaysWhatItCouldNotSee() {
        double[] wide = {100, 140, 80, 120, 60, 150, 90, 110, 70, 130};
        Comparison comparison = time(wide, TWENTY, 135);

        assertThat(comparison.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(comparison.reason()).isEqualTo("within noise");
        assertThat(comparison.smallestVisible()).isGreaterThan(0.5);
        assertThat(time(STEADY_TEN, TWENTY, 100).smallestVisible()).isBetween(0.02, 0.06);
    }

    @Test
    void compare_isAsWorkedByHandForOneBuild() {
        // ln b: median ln 100; deviations ln 1.01 ×4 nearly, 0 ×4, ln 1.02 ×2: MAD is ln 1.01 or a little more, (|ln
        // .99| is 0.01005).
        // s = 1.4826·0.00995 = 0.01475; z·s = ln 1.05, √(1 + 1.57/10) = 1.0757: z = 0.04879 / 0.01587 = 3.07 > t(.975,
        // 9) = 2.262.
        Limit two = Limit.ofGrowth(0.02);
        assertThat(time(STEADY_TEN, two, 105).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        // ln 1.03 / 0.01587 = 1.86 < 2.262
        assertThat(time(STEADY_TEN, two, 103).verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void compare_isNotJudgedBelowEightBuilds() {
        Comparison comparison = time(new double[] {100, 101, 99}, TWENTY, 200);

        assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(comparison.reason()).isEqualTo("the baseline has 3 builds, 5 too few");
        assertThat(comparison.effect()).isNull();
        assertThat(comparison.smallestVisible()).isNull();
    }

    @Test
    void compare_isNotJudgedWhereNothingWasMeasured() {
        assertThat(time(STEADY_TEN, TWENTY).reason()).isEqualTo("the candidate did not measure it");
        Comparison comparison = time(new double[0], TWENTY, 5);
        assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(comparison.reason()).isEqualTo("there is nothing earlier to hold it against");
    }

    @Test
    void compare_alarmsOnABaselineThatNeverVaried() {
        double[] constant = {50, 50, 50, 50, 50, 50, 50, 50};

        assertThat(time(constant, TWENTY, 75).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(time(constant, TWENTY, 75, 75, 75, 75, 75).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(time(constant, TWENTY, 50, 50, 50, 50, 50).verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void compare_judgesZerosByDifferencesWithAFloor() {
        double[] zeros = new double[8];

        assertThat(compare(COLLECTIONS, zeros, TWENTY, 0, 0, 0, 0, 0).verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(compare(COLLECTIONS, zeros, TWENTY, 5, 5, 6, 5, 5).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(compare(COLLECTIONS, zeros, TWENTY, .5, .5, .5, .5, .5).verdict())
                .isEqualTo(Verdict.UNCHANGED);
        // Times have a floor of 5 ms.
        assertThat(time(zeros, TWENTY, 4, 4, 4, 4, 4).verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(time(zeros, TWENTY, 6, 6, 6, 6, 6).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void compare_saysPlainDifferencesInTheUnit() {
        double[] deltas = {-2, 0, 1, -1, 2, 0, 1, -1};
        Comparison comparison = compare(COLLECTIONS, deltas, TWENTY, 20, 21, 19, 20, 22);

        assertThat(comparison.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(Objects.requireNonNull(comparison.effect()).relative()).isFalse();
        assertThat(change(comparison)).isEqualTo(20, within(1.0));
    }

    @Test
    void compare_judgesSteadyMetricsFromOneBuild() {
        double[] allocated = {100.0, 100.1, 99.9, 100.0, 100.2, 99.8, 100.0, 100.1};
        Limit two = Limit.ofGrowth(0.02);

        assertThat(compare(ALLOCATED, allocated, two, 103).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(compare(ALLOCATED, allocated, two, 97).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(compare(ALLOCATED, allocated, two, 101).verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(compare(ALLOCATED, new double[] {100, 130, 80, 120, 90, 110, 70, 140}, two, 110)
                        .verdict())
                .isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void compare_takesExactMetricsExactly() {
        Limit none = Limit.ofGrowth(0);

        assertThat(compare(BYTES, new double[] {7, 500}, none, 500, 500).verdict())
                .isEqualTo(Verdict.UNCHANGED);
        assertThat(compare(BYTES, new double[] {500}, none, 501).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(compare(BYTES, new double[] {500}, none, 499).verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(compare(BYTES, new double[] {500}, Limit.ofGrowth(0.01), 504).verdict())
                .isEqualTo(Verdict.UNCHANGED);
        assertThat(compare(BYTES, new double[] {0}, none, 5).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(compare(BYTES, new double[] {500}, none, 500, 501).verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void compare_callsNeitherWayBetterWhereNoneIs() {
        assertThat(compare(PAGES, new double[] {400}, TWENTY, 400).verdict()).isEqualTo(Verdict.UNCHANGED);
        Comparison comparison = compare(PAGES, new double[] {400}, TWENTY, 420);
        assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(change(comparison)).isEqualTo(0.05, within(1e-12));
    }

    @Test
    void confirm_isRegressedOnlyWhereThreeAndFiveAgree() {
        assertThat(confirm(130, 131, 129, 130, 132).verdict()).isEqualTo(Verdict.REGRESSED);
        // One of them is as fast as ever.
        assertThat(confirm(130, 131, 129, 99, 132).verdict()).isEqualTo(Verdict.UNCHANGED);
        // The first three are not slower.
        Comparison late = confirm(100, 101, 99, 140, 141);
        assertThat(late.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThatThrownBy(() -> confirm(130)).hasMessage("only 1 build; it takes 5");
        assertThatThrownBy(() -> confirm(130, 131)).hasMessage("only 2 builds; it takes 5");
    }

    @ParameterizedTest
    @CsvSource({"0.02, 11", "0.05, 12"})
    void compare_failsFewBuildsOfPureNoise(double spread, long seed) {
        NoisyBuilds builds = new NoisyBuilds(seed, spread);
        int failures = 0;
        for (int i = 0; i < 4000; i++) {
            Comparison comparison = time(builds.about(1000, 20), Limit.ofGrowth(0), builds.about(1000, 5));
            failures += comparison.verdict() == Verdict.REGRESSED ? 1 : 0;
        }

        // Even without any limit: under 1 %.
        assertThat(failures).isBetween(1, 39);
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.10, 0.02, 13", "0.02, 0.25, 0.20, 14"})
    void compare_seesWhatItShould(double spread, double step, double limit, long seed) {
        NoisyBuilds builds = new NoisyBuilds(seed, spread);
        int found = 0;
        for (int i = 0; i < 1000; i++) {
            Comparison comparison =
                    time(builds.about(1000, 20), Limit.ofGrowth(limit), builds.about(1000 * (1 + step), 5));
            found += comparison.verdict() == Verdict.REGRESSED ? 1 : 0;
        }

        assertThat(found).isGreaterThanOrEqualTo(950);
    }

    private static Comparison confirm(double... candidate) {
        return GrowthJudge.confirm(NoisyBuilds.TIME, NoisyBuilds.baseline(STEADY_TEN), candidate, TWENTY);
    }

    private static Comparison time(double[] baseline, Limit limit, double... candidate) {
        return compare(NoisyBuilds.TIME, baseline, limit, candidate);
    }

    private static Comparison compare(Metric metric, double[] baseline, Limit limit, double... candidate) {
        return GrowthJudge.compare(metric, NoisyBuilds.baseline(baseline), candidate, limit);
    }

    private static double change(Comparison comparison) {
        return Objects.requireNonNull(comparison.effect()).change();
    }
}
