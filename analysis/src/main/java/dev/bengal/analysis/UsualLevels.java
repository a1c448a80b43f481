package dev.bengal.analysis;

import dev.bengal.analysis.statistics.Normal;
import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.analysis.statistics.Scale;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import dev.bengal.model.UsualLevel;
import java.util.List;
import java.util.Optional;

/** Finds the level that builds are on at present, so that one who cannot judge a history can tell an unusual build. */
public final class UsualLevels {
    private static final double INSIDE = 0.995;

    private UsualLevels() {}

    /**
     * The level that the next build in the environment of the last one is held against; empty where its builds are too few to tell.
     *
     * @param series in the order of its commits
     */
    public static Optional<UsualLevel> of(Series series, List<HistoryEvent.Accepted> accepted) {
        if (series.points().isEmpty()) {
            return Optional.empty();
        }
        String here = series.points().get(series.points().size() - 1).fingerprint();
        return of(series, here, accepted);
    }

    private static Optional<UsualLevel> of(Series series, String fingerprint, List<HistoryEvent.Accepted> accepted) {
        Baseline baseline = Baseline.of(series, fingerprint, accepted);
        return baseline.missing() > 0
                ? Optional.empty()
                : Optional.of(around(baseline.values(), Floors.of(series.metric())));
    }

    /** The level that a build of the series is held against, by those before it. Empty also where it is not in the series. */
    public static Optional<UsualLevel> before(Series series, BuildId build, List<HistoryEvent.Accepted> accepted) {
        List<Series.Point> points = series.points();
        for (int i = points.size() - 1; i >= 0; i--) {
            Series.Point point = points.get(i);
            if (point.build().equals(build)) {
                Series earlier = new Series(series.metric(), series.project(), series.scenario(), points.subList(0, i));
                return of(earlier, point.fingerprint(), accepted);
            }
        }
        return Optional.empty();
    }

    /** As far about the median as {@link Evidence} lets a single build be from it. */
    private static UsualLevel around(double[] values, double floor) {
        Scale scale = Scale.of(values);
        double reach = Normal.studentQuantile(INSIDE, values.length - 1)
                * Evidence.noise(scale.of(values, 0, values.length))
                * Evidence.spread(1, values.length);
        double middle = OrderStatistics.median(values);
        if (scale.relative()) {
            return new UsualLevel(middle * Math.exp(-reach), middle, middle * Math.exp(reach));
        }
        double apart = Math.max(floor, scale.change(reach));
        return new UsualLevel(middle - apart, middle, middle + apart);
    }
}
