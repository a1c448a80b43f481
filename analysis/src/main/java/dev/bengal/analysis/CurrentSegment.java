package dev.bengal.analysis;

import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.util.List;

/** The builds of a series since its level last changed, or since a change was last accepted. */
public final class CurrentSegment {
    private static final ChangePointDetector DETECTOR = new ChangePointDetector();

    private CurrentSegment() {}

    /**
     * The segment that ends with the last build of the series.
     *
     * @param accepted those of other projects, scenarios and metrics are passed over, and those whose commit is not in the series
     */
    public static List<Series.Point> of(Series series, List<HistoryEvent.Accepted> accepted) {
        return of(series, DETECTOR.detect(series), accepted);
    }

    /** The same where the change points are known already. */
    public static List<Series.Point> of(
            Series series, List<ChangePoint> changes, List<HistoryEvent.Accepted> accepted) {
        int from = DETECTOR.currentLevel(changes);
        for (HistoryEvent.Accepted event : accepted) {
            if (concerns(event, series)) {
                from = Math.max(from, firstOf(series, event.commit()));
            }
        }
        return series.points().subList(from, series.points().size());
    }

    static boolean concerns(HistoryEvent.Accepted event, Series series) {
        return event.project().equals(series.project())
                && (event.scenario() == null
                        || event.scenario().equals(series.scenario().name()))
                && (event.metric() == null
                        || event.metric().equals(series.metric().name()));
    }

    private static int firstOf(Series series, String commit) {
        List<Series.Point> points = series.points();
        for (int i = 0; i < points.size(); i++) {
            if (commit.equals(points.get(i).commit())) {
                return i;
            }
        }
        return 0;
    }
}
