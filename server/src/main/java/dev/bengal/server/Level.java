package dev.bengal.server;

import dev.bengal.analysis.Baseline;
import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.util.List;
import java.util.Optional;

/**
 * Where a series stands now: what a new build in the environment of the last one is held against.
 *
 * @param middle the median of the baseline
 * @param low the 5 % quantile of the same builds
 * @param high their 95 % quantile
 * @param builds how many they are
 * @param since the first of them
 */
record Level(double middle, double low, double high, int builds, Series.Point since) {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** Empty where the series is too short to have one. */
    static Optional<Level> of(Series series, List<HistoryEvent.Accepted> accepted) {
        List<Series.Point> points = series.points();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Baseline baseline = Baseline.of(series, points.get(points.size() - 1).fingerprint(), accepted);
        if (baseline.missing() > 0) {
            return Optional.empty();
        }
        double[] values = baseline.values();
        return Optional.of(new Level(
                OrderStatistics.median(values),
                OrderStatistics.quantile(LOW, values),
                OrderStatistics.quantile(HIGH, values),
                values.length,
                baseline.points().get(0)));
    }
}
