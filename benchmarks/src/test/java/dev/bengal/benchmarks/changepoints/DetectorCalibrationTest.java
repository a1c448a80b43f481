package dev.bengal.benchmarks.changepoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.changepoint.ChangeAlarm;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bar that the detector is held to, on series that the thresholds were not chosen with. */
class DetectorCalibrationTest {
    private static final long SEED = 1;
    private static final ChangePointDetector DETECTOR = new ChangePointDetector();

    @Test
    void detector_withMachineIdsReachesItsBar() {
        Score score = score(450, series -> steps(series, series.machines()));

        assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(0.78);
        assertThat(score.falseAlarmsPerThousand()).as(score.toString()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void detector_onValuesAloneReachesItsBar() {
        Score score = score(450, series -> steps(series, new int[series.values().length]));

        assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(0.67);
        assertThat(score.falseAlarmsPerThousand()).as(score.toString()).isLessThanOrEqualTo(1);
    }

    @Test
    void alarm_neverRaisesThreeFalseOnesInAThousandBuilds() {
        Score score = score(30, series -> alarms(series, new int[series.values().length]));

        assertThat(score.falseAlarmsPerThousand()).as(score.toString()).isLessThan(3);
        assertThat(score.found()).isPositive();
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
