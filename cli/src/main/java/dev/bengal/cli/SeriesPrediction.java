package dev.bengal.cli;

import dev.bengal.analysis.changepoint.ChangeAlarm;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import java.util.List;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is found in one series, as a line of JSON: {@code {"series_id": …, "change_points": […]}}, and where it was asked for {@code
 * "alarms": [[seen_at, index], …]}. Drift and changes of machine are no change points.
 */
final class SeriesPrediction {
    private static final ChangePointDetector DETECTOR = new ChangePointDetector();

    private SeriesPrediction() {}

    /** @param online whether the series is also shown to the alarm, one value after the other */
    static String of(SeriesLine series, boolean online) {
        String changes = DETECTOR.detect(series.valueArray(), series.machineArray()).stream()
                .filter(change -> change.kind() == ChangePoint.Kind.STEP)
                .map(change -> Integer.toString(change.index()))
                .collect(Collectors.joining(", ", "[", "]"));
        String alarms = online ? ", \"alarms\": " + alarms(series) : "";
        return "{\"series_id\": " + series.id() + ", \"change_points\": " + changes + alarms + "}";
    }

    private static String alarms(SeriesLine series) {
        List<Double> values = series.values();
        int[] machines = series.machineArray();
        ChangeAlarm alarm = new ChangeAlarm();
        StringJoiner alarms = new StringJoiner(", ", "[", "]");
        IntStream.range(0, values.size()).forEach(seenAt -> {
            OptionalInt index = alarm.append(values.get(seenAt), machines[seenAt]);
            index.ifPresent(first -> alarms.add("[" + seenAt + ", " + first + "]"));
        });
        return alarms.toString();
    }
}
