package dev.bengal.analysis;

import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Series;
import java.util.List;
import java.util.stream.IntStream;

/** The builds of a series since its level last changed, or since a change was last accepted. */
public final class CurrentSegment {
    private static final ChangePointDetector DETECTOR = new ChangePointDetector();

    /** As a share: a hundredth, which is the least step that the detector looks for. */
    private static final double LEAST_OF_A_MACHINE = 0.01;

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
        int from = beginnings(series, changes).max().orElse(0);
        for (HistoryEvent.Accepted event : accepted) {
            if (concerns(event, series)) {
                from = Math.max(from, firstOf(series, event.commit()));
            }
        }
        return series.points().subList(from, series.points().size());
    }

    /**
     * Where levels begin, but the first. What a machine hardly moves is held against builds of all of them: there, another machine begins one
     * where it has shown that the metric is another on it.
     */
    static IntStream beginnings(Series series, List<ChangePoint> changes) {
        boolean isOfOneMachine = series.metric().noise() == NoiseClass.NOISY;
        return changes.stream()
                .filter(change -> switch (change.kind()) {
                    case STEP -> true;
                    case DRIFT -> false;
                    case ENVIRONMENT -> isOfOneMachine || isMoved(change.effect());
                })
                .mapToInt(ChangePoint::index);
    }

    private static boolean isMoved(Effect effect) {
        return !effect.interval().contains(0)
                && (!effect.relative() || Math.abs(effect.change()) >= LEAST_OF_A_MACHINE);
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
