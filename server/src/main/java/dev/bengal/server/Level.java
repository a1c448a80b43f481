package dev.bengal.server;

import dev.bengal.analysis.Baseline;
import dev.bengal.analysis.CurrentSegment;
import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.util.List;
import java.util.Optional;

/**
 * Where a series stands now, in the environment of its last build: what a new build is held against.
 *
 * @param middle the median of the baseline
 * @param low the 5 % quantile of the same builds
 * @param high their 95 % quantile
 * @param builds how many they are
 * @param since the first of them
 */
record Level(double middle, double low, double high, int builds, Series.Point since) {
    private static final int LOOKED_AT = 500;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** Empty where the series is too short to have one. */
    static Optional<Level> of(Series series, List<HistoryEvent.Accepted> accepted) {
        if (series.points().isEmpty()) {
            return Optional.empty();
        }
        Baseline baseline = new Baseline(CurrentSegment.of(ofNewestEnvironment(series), accepted));
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

    private static Series ofNewestEnvironment(Series series) {
        List<Series.Point> points = series.points();
        String newest = points.get(points.size() - 1).fingerprint();
        List<Series.Point> same = points.stream()
                .filter(point -> point.fingerprint().equals(newest))
                .toList();
        return new Series(
                series.metric(),
                series.project(),
                series.scenario(),
                same.subList(Math.max(0, same.size() - LOOKED_AT), same.size()));
    }
}
