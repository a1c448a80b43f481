package dev.bengal.benchmarks.changepoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.changepoint.ChangeAlarm;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bar that the detector is held to, on series that the thresholds were not chosen with. */
class DetectorCalibrationTest {
    private static final long SEED = 1;
    /** As many as the figures in the README are of. */
    private static final int ALL = 450;

    private static final int PART = 150;
    private static final ChangePointDetector DETECTOR = new ChangePointDetector();

    @Test
    void detector_withMachineIdsReachesItsBar() {
        assertReaches(withMachineIds(PART), 0.78, 0.5);
    }

    /** Of a third of the series chance alone is a good part of a false alarm in a thousand builds; hence half of one more. */
    @Test
    void detector_onValuesAloneReachesItsBarByAndLarge() {
        assertReaches(onValuesAlone(PART), 0.67, 1.5);
    }

    @Test
    @Tag("heavy")
    void detector_reachesItsBarOnAllSeries() {
        assertReaches(withMachineIds(ALL), 0.78, 0.5);
        assertReaches(onValuesAlone(ALL), 0.67, 1);
    }

    @Test
    void alarm_neverRaisesThreeFalseOnesInAThousandBuilds() {
        Score score = score(30, series -> alarms(series, new int[series.values().length]));

        assertThat(score.falseAlarmsPerThousand()).as(score.toString()).isLessThan(3);
        assertThat(score.found()).isPositive();
    }

    private static void assertReaches(Score score, double f1, double falseAlarms) {
        assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(f1);
        assertThat(score.falseAlarmsPerThousand()).as(score.toString()).isLessThanOrEqualTo(falseAlarms);
    }

    private static Score withMachineIds(int count) {
        return score(count, series -> steps(series, series.machines()));
    }

    private static Score onValuesAlone(int count) {
        return score(count, series -> steps(series, new int[series.values().length]));
    }

    private static Score score(int count, Function<LabelledSeries, int[]> predict) {
        List<LabelledSeries> all = ScoreCommand.Fresh.series(SEED, count).toList();
        Score score = Score.NONE;
        for (LabelledSeries series : all) {
            score = score.plus(series.changePoints(), predict.apply(series), series.values().length);
        }
        return score;
    }

    private static int[] steps(LabelledSeries series, int[] machines) {
        return DETECTOR.detect(series.values(), machines).stream()
                .filter(change -> change.kind() == ChangePoint.Kind.STEP)
                .mapToInt(ChangePoint::index)
                .toArray();
    }

    private static int[] alarms(LabelledSeries series, int[] machines) {
        ChangeAlarm alarm = new ChangeAlarm();
        return IntStream.range(0, machines.length)
                .flatMap(i -> alarm.append(series.values()[i], machines[i]).stream())
                .toArray();
    }
}
