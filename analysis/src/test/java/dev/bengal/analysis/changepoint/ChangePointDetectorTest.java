package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.model.BuildId;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.SampleBuild;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointDetectorTest {
    private static final ChangePointDetector DETECTOR = new ChangePointDetector();

    @Test
    void detect_findsAStepWithItsEffect() {
        double[] values = noise(60, 1, 0.01);
        scale(values, 40, 60, 1.2);

        List<ChangePoint> changes = DETECTOR.detect(values);

        assertThat(changes).hasSize(1);
        ChangePoint change = changes.get(0);
        assertThat(change.index()).isEqualTo(40);
        assertThat(change.lastGood()).isEqualTo(39);
        assertThat(change.kind()).isEqualTo(ChangePoint.Kind.STEP);
        assertThat(change.state()).isEqualTo(ChangePoint.State.CONFIRMED);
        assertThat(change.effect().relative()).isTrue();
        assertThat(change.effect().change()).isEqualTo(0.2, within(0.02));
        assertThat(change.effect().interval().contains(0.2)).isTrue();
    }

    @Test
    void detect_findsStepsUpAndDown() {
        double[] values = noise(120, 2, 0.01);
        scale(values, 30, 80, 1.1);
        scale(values, 80, 120, 0.9);

        assertThat(steps(DETECTOR.detect(values))).containsExactly(30, 80);
    }

    @Test
    void detect_isSilentOnNoiseWithWildValues() {
        int alarms = 0;
        for (int seed = 0; seed < 60; seed++) {
            double[] values = noise(200, 100 + seed, 0.03);
            for (int i = 7; i < values.length; i += 25) {
                values[i] *= 1.6;
            }
            alarms += steps(DETECTOR.detect(values)).size();
        }

        // Half a false alarm in 1000 builds, as the bar says: 6 in these 12,000.
        assertThat(alarms).isLessThanOrEqualTo(6);
    }

    @Test
    void detect_isNotMovedByOneOrTwoWildValues() {
        double[] values = noise(60, 3, 0.01);
        values[20] *= 3;
        values[41] *= 2;
        values[42] *= 2;

        assertThat(DETECTOR.detect(values)).isEmpty();
    }

    /** Allocation of one goal: a build of the old level that is off by little is not to blame for a large step. */
    @Test
    void detect_placesAStepBehindAWildValueOfTheOldLevelAndBeforeOneOfTheNew() {
        for (double wild : new double[] {24.05, 24.3, 28, 45}) {
            double[] values = noise(24, 5, 0.0002);
            scale(values, 0, 19, 0.024);
            scale(values, 19, 24, 0.0874);
            values[18] = wild;
            assertThat(steps(DETECTOR.detect(values))).as("%s before it", wild).containsExactly(19);
        }
        for (double wild : new double[] {70, 86, 88, 95}) {
            double[] values = noise(25, 6, 0.0002);
            scale(values, 0, 19, 0.024);
            scale(values, 19, 25, 0.0874);
            values[19] = wild;
            assertThat(steps(DETECTOR.detect(values))).as("%s behind it", wild).containsExactly(19);
        }
    }

    @Test
    void detect_judgesNothingBelowTwentyBuilds() {
        double[] values = noise(19, 4, 0.01);
        scale(values, 10, 19, 2);

        assertThat(DETECTOR.detect(values)).isEmpty();
        assertThat(DETECTOR.detect()).isEmpty();
    }

    @Test
    void detect_isProvisionalUntilMoreBuildsCome() {
        double[] values = noise(64, 5, 0.01);
        scale(values, 60, 64, 1.3);
        double[] more = noise(66, 5, 0.01);
        scale(more, 60, 66, 1.3);

        assertThat(DETECTOR.detect(values))
                .extracting(ChangePoint::index, ChangePoint::state)
                .containsExactly(tuple(60, ChangePoint.State.PROVISIONAL));
        assertThat(DETECTOR.detect(more)).extracting(ChangePoint::state).containsExactly(ChangePoint.State.CONFIRMED);
    }

    @Test
    void detect_seesTheFirstChangeOfASeriesThatNeverVaried() {
        double[] values = new double[40];
        Arrays.fill(values, 0, 25, 100);
        Arrays.fill(values, 25, 40, 105);

        assertThat(steps(DETECTOR.detect(values))).containsExactly(25);
        assertThat(DETECTOR.detect(new double[40])).isEmpty();
    }

    /** What a goal of a build by Maven allocated, in MB: the last builds before the step happen to lie a thousandth higher. */
    @Test
    void detect_seesALargeStepAmongFewBuildsThatSeemAlike() {
        double[] values = new double[23];
        Arrays.fill(values, 0, 15, 23.981);
        values[15] = 23.983;
        values[16] = 23.985;
        values[17] = 23.982;
        Arrays.fill(values, 18, 23, 87.053);

        assertThat(DETECTOR.detect(values)).singleElement().satisfies(change -> {
            assertThat(change.index()).isEqualTo(18);
            assertThat(change.kind()).isEqualTo(ChangePoint.Kind.STEP);
        });
    }

    @Test
    void detect_takesDifferencesWhereValuesAreZero() {
        double[] values = new double[40];
        for (int i = 0; i < 40; i++) {
            values[i] = (i % 3 == 0 ? 1 : 0) + (i < 20 ? 0 : 10);
        }

        List<ChangePoint> changes = DETECTOR.detect(values);

        assertThat(steps(changes)).containsExactly(20);
        assertThat(changes.get(0).effect().relative()).isFalse();
        assertThat(changes.get(0).effect().change()).isEqualTo(10, within(1e-9));
    }

    @Test
    void detect_setsOffMachinesThatTakeTurns() {
        double[] values = noise(120, 6, 0.01);
        int[] machine = IntStream.range(0, 120).map(i -> i / 4 % 2).toArray();
        for (int i = 0; i < 120; i++) {
            values[i] *= machine[i] == 1 ? 1.3 : 1;
        }
        scale(values, 70, 120, 1.08);

        assertThat(steps(DETECTOR.detect(values, machine))).containsExactly(70);
    }

    @Test
    void detect_findsMachinesThatNobodyNamed() {
        double[] values = noise(120, 7, 0.01);
        for (int i = 0; i < 120; i++) {
            values[i] *= i / 4 % 2 == 1 ? 1.3 : 1;
        }
        scale(values, 70, 120, 1.08);

        assertThat(steps(DETECTOR.detect(values)))
                .singleElement()
                .satisfies(index -> assertThat(index).isBetween(67, 73));
    }

    @Test
    void detect_blamesNoCommitForANewMachine() {
        double[] values = noise(80, 8, 0.01);
        scale(values, 50, 80, 1.4);
        int[] machine = IntStream.range(0, 80).map(i -> i < 50 ? 3 : 9).toArray();

        assertThat(DETECTOR.detect(values, machine))
                .extracting(ChangePoint::index, ChangePoint::kind)
                .containsExactly(tuple(50, ChangePoint.Kind.ENVIRONMENT));
    }

    @Test
    void detect_reportsASlopeAsDrift() {
        double[] values = noise(200, 9, 0.004);
        for (int i = 0; i < 200; i++) {
            values[i] *= 1 + 0.1 * i / 200;
        }

        List<ChangePoint> changes = DETECTOR.detect(values);

        assertThat(changes).extracting(ChangePoint::kind).contains(ChangePoint.Kind.DRIFT);
        assertThat(steps(changes)).hasSizeLessThanOrEqualTo(1);
    }

    /** It rises and falls again: a straight line explains its steps better, and from its first third to its last nothing is left of it. */
    @Test
    void detect_callsNoSlopeADriftThatMayHaveGoneNowhere() {
        double[] values = noise(60, 1, 0.02);
        for (int i = 0; i < 60; i++) {
            values[i] *= 1 + 0.1 * Math.min(i, 60 - i) / 30;
        }

        assertThat(DETECTOR.detect(values))
                .filteredOn(change -> change.kind() == ChangePoint.Kind.DRIFT)
                .isEmpty();
    }

    /** As with a machine that needs some builds to warm up. */
    @Test
    void detect_hasNoBuildBeforeADriftFromTheFirstOneOn() {
        double[] values = noise(200, 9, 0.004);
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double value = values[i] * (1 + 0.1 * i / 200);
            points.add(new Series.Point(new BuildId("b" + i), SampleBuild.START, value, "c" + i, null, "desk"));
        }
        Series slope = new Series(TotalMetric.DURATION.metric(), "docs", Scenario.SITE_FULL, points);

        assertThat(DETECTOR.detect(slope))
                .filteredOn(change -> change.kind() == ChangePoint.Kind.DRIFT)
                .first()
                .extracting(ChangePoint::index, ChangePoint::lastGood)
                .containsExactly(0, 0);
    }

    @Test
    void detect_takesHostileValues() {
        double[] values = noise(50, 10, 0.01);
        values[3] = 1e300;
        values[17] = 1e-300;
        scale(values, 30, 50, 1.3);

        assertThat(steps(DETECTOR.detect(values))).containsExactly(30);
        values[5] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> DETECTOR.detect(values)).hasMessage("value 6 is Infinity; only numbers are judged");
        assertThatThrownBy(() -> DETECTOR.detect(new double[3], new int[2]))
                .hasMessage("3 values, but the machines of 2; each value has one");
    }

    @Test
    void detect_passesOverBuildsOfTheChangedCommitItself() {
        ChangePoint change = stepOf(25, "shared", 24, 27);

        assertThat(change.kind()).isEqualTo(ChangePoint.Kind.STEP);
        assertThat(change.index()).isEqualTo(25);
        assertThat(change.lastGood()).isEqualTo(23);
    }

    @Test
    void detect_takesAFewSlowBuildsOfACommitForStraysBeforeTheNext() {
        ChangePoint change = stepOf(25, "shared", 18, 27);

        assertThat(change.kind()).isEqualTo(ChangePoint.Kind.STEP);
        assertThat(change.index()).isEqualTo(27);
        assertThat(change.lastGood()).isEqualTo(26);
    }

    /** The same commit cannot have made the step. */
    @Test
    void detect_blamesNoCommitThatStandsOnBothLevels() {
        ChangePoint change = stepOf(25, "shared", 18, 31);

        assertThat(change.kind()).isEqualTo(ChangePoint.Kind.ENVIRONMENT);
        assertThat(change.index()).isEqualTo(25);
        // Of the same commit: its builds were good until then.
        assertThat(change.lastGood()).isEqualTo(24);
    }

    /** Of forty builds the first slow one is at {@code step}; those from {@code from} to before {@code to} are of one commit. */
    private static ChangePoint stepOf(int step, String shared, int from, int to) {
        double[] values = noise(40, 11, 0.005);
        scale(values, step, 40, 1.5);
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String commit = i >= from && i < to ? shared : "c" + i;
            points.add(new Series.Point(new BuildId("b" + i), SampleBuild.START, values[i], commit, null, "desk"));
        }
        return DETECTOR.detect(new Series(TotalMetric.DURATION.metric(), "docs", Scenario.SITE_FULL, points))
                .get(0);
    }

    @Test
    void alarm_tellsOnceAndNeverLooksAhead() {
        double[] values = noise(90, 12, 0.01);
        scale(values, 50, 90, 1.25);
        ChangeAlarm alarm = new ChangeAlarm();
        List<Integer> seenAt = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            OptionalInt index = alarm.append(values[i], 0);
            if (index.isPresent()) {
                assertThat(index).hasValue(50);
                seenAt.add(i);
            }
        }

        assertThat(seenAt).singleElement().satisfies(at -> assertThat(at).isBetween(54, 62));
    }

    private static List<Integer> steps(List<ChangePoint> changes) {
        return changes.stream()
                .filter(change -> change.kind() == ChangePoint.Kind.STEP)
                .map(ChangePoint::index)
                .toList();
    }

    private static double[] noise(int count, long seed, double spread) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double gaussian =
                    Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
            values[i] = 1000 * Math.exp(spread * gaussian);
        }
        return values;
    }

    private static void scale(double[] values, int from, int to, double factor) {
        for (int i = from; i < to; i++) {
            values[i] *= factor;
        }
    }
}
