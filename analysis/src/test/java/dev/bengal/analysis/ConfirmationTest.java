package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a suspicion when the build is run again. The noise of the baseline is 1.4826·ln 1.01 = 0.014752; t(.975, 9) is 2.262 and
 * t(.995, 9) 3.250.
 */
class ConfirmationTest {
    private static final double[] TEN = {100, 101, 99, 100, 102, 98, 100, 101, 99, 100};
    private static final Limit TWO = Limit.ofGrowth(0.02);
    private static final Limit TWENTY = Limit.ofGrowth(0.20);
    private static final String NOT_CONFIRMED = "more builds did not confirm it";

    /** The shift of the first three is 19.2 %, that of all five 30 %, and all fifty pairs are above. */
    @Test
    void confirm_dropsARegressionThatTheFirstThreeWereNotPartOf() {
        double[] builds = {119, 118, 130, 150, 150};

        assertThat(GrowthJudge.compare(NoisyBuilds.TIME, baseline(), builds, TWENTY)
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);
        Comparison confirmed = GrowthJudge.confirm(NoisyBuilds.TIME, baseline(), builds, TWENTY);
        assertThat(confirmed.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(confirmed.reason()).isEqualTo(NOT_CONFIRMED);
    }

    /** z = 0.027615 / (0.014752·√(1.57/5 + 0.157)) = 2.73: suspect, and not certain. */
    @Test
    void confirm_dropsASuspicionThatStaysOne() {
        double[] builds = {97, 98, 102.8, 110, 110};

        Comparison once = GrowthJudge.compare(NoisyBuilds.TIME, baseline(), builds, TWO);
        assertThat(once.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(once.reason()).isEqualTo("the builds of the candidate disagree");
        Comparison confirmed = GrowthJudge.confirm(NoisyBuilds.TIME, baseline(), builds, TWO);
        assertThat(confirmed.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(confirmed.reason()).isEqualTo(NOT_CONFIRMED);
    }

    @Test
    void confirm_leavesAnImprovementOne() {
        assertThat(GrowthJudge.confirm(NoisyBuilds.TIME, baseline(), new double[] {70, 71, 69, 70, 72}, TWENTY)
                        .verdict())
                .isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void confirm_takesOneBuildInTheMiddleForNotWorse() {
        Comparison confirmed =
                GrowthJudge.confirm(NoisyBuilds.TIME, baseline(), new double[] {130, 131, 129, 100, 132}, TWENTY);

        assertThat(confirmed.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(confirmed.reason()).isEqualTo("not every build was worse");
    }

    @Test
    void confirm_answersForWhatNeedsNoConfirmationAsEver() {
        Metric bytes = new Metric("output.bytes", Unit.COUNT, Direction.LOWER, NoiseClass.EXACT);
        double[] five = {7, 7, 7, 7, 7};

        assertThat(GrowthJudge.confirm(bytes, NoisyBuilds.baseline(5), five, TWENTY)
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);
        assertThat(GrowthJudge.confirm(NoisyBuilds.TIME, NoisyBuilds.baseline(5, 5), five, TWENTY)
                        .reason())
                .isEqualTo("the baseline has 2 builds, 6 too few");
    }

    /** At +3.75 % two builds have z = 3.08, three at +3 % 2.43: suspect, and not certain. */
    @Test
    void reconsider_dropsFromThreeBuildsOn() {
        assertThat(reconsider(103.5, 104).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(reconsider(103, 103, 103.5).verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(reconsider(103, 103, 103.5).reason()).isEqualTo(NOT_CONFIRMED);
    }

    @Test
    void reconsider_goesOnWithWhatThreeBuildsConfirm() {
        assertThat(reconsider(110, 110, 111).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(reconsider(110, 110, 111, 112).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(reconsider(110, 110, 111, 112, 110).reason()).isEqualTo("confirmed by 5 builds");
    }

    @Test
    void reconsider_ofWhatIsNoSuspicionSaysWhyItIsNone() {
        assertThat(reconsider(100, 100, 101).reason()).isEqualTo("no change beyond noise");
    }

    @Test
    void isConfirmedBy_asksForWorseBuildsFarBeyondNoise() {
        assertThat(isConfirmedBy(baseline(), 130, 131, 129)).isTrue();
        assertThat(isConfirmedBy(baseline(), 100, 101, 99)).isFalse();
        assertThat(isConfirmedBy(baseline(), 70, 71, 69)).isFalse();
        assertThat(isConfirmedBy(baseline(), 103, 103, 103.5)).isFalse();
        assertThat(isConfirmedBy(baseline())).isFalse();
        assertThat(isConfirmedBy(NoisyBuilds.baseline(50, 50, 50, 50, 50, 50, 50), 100))
                .isFalse();
    }

    private static Baseline baseline() {
        return NoisyBuilds.baseline(TEN);
    }

    private static Comparison reconsider(double... builds) {
        return GrowthJudge.reconsider(NoisyBuilds.TIME, baseline(), builds, TWO);
    }

    private static boolean isConfirmedBy(Baseline baseline, double... builds) {
        return GrowthJudge.isConfirmedBy(NoisyBuilds.TIME, baseline, builds, TWO);
    }
}
