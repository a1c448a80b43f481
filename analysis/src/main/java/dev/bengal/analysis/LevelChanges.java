package dev.bengal.analysis;

import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the series of a history stepped.
 *
 * @param changes the newest first; those of one build in the order of their series
 * @param judged how many series were long enough
 * @param unjudged how many were not
 * @param longest how many builds the longest series has; 0 where there is none
 */
public record LevelChanges(List<LevelChange> changes, int judged, int unjudged, int longest) {
    private static final ChangePointDetector DETECTOR = new ChangePointDetector();

    public LevelChanges {
        changes = List.copyOf(changes);
    }

    /**
     * Looks at every series.
     *
     * @param series each in {@code order}
     */
    public static LevelChanges in(List<Series> series, List<HistoryEvent.Accepted> accepted, CommitOrder order) {
        // Each is looked at by itself, for milliseconds where it is long.
        List<LevelChange> changes = series.parallelStream()
                .flatMap(one -> in(one, accepted))
                .sorted(Comparator.comparing(LevelChange::firstBad, order.points())
                        .reversed())
                .toList();
        int judged = (int) series.stream()
                .filter(one -> one.points().size() >= ChangePointDetector.FEWEST_BUILDS)
                .count();
        int longest = series.stream().mapToInt(one -> one.points().size()).max().orElse(0);
        return new LevelChanges(changes, judged, series.size() - judged, longest);
    }

    private static Stream<LevelChange> in(Series series, List<HistoryEvent.Accepted> accepted) {
        List<ChangePoint> points = DETECTOR.detect(series);
        return points.stream().map(point -> LevelChange.of(series, point, points, accepted));
    }
}
