package dev.bengal.report;

import dev.bengal.analysis.ComparableBuilds;
import dev.bengal.analysis.Trend;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of a history.
 *
 * @param builds oldest first
 * @param comparable those of them that the trends are about; empty where no two may be compared
 * @param trends one for each metric that the first and the last of the builds that count for it measured
 */
public record PerformanceReport(List<BuildRecord> builds, Optional<ComparableBuilds> comparable, List<Trend> trends) {
    private static final List<TotalMetric> TRENDS = List.of(
            TotalMetric.PAGES,
            TotalMetric.DURATION,
            TotalMetric.RSS_GROWTH,
            TotalMetric.LIVE_HEAP,
            TotalMetric.ALLOCATED);

    public PerformanceReport {
        builds = List.copyOf(builds);
        trends = List.copyOf(trends);
    }

    /**
     * The report of these builds.
     *
     * @param builds oldest first
     */
    public static PerformanceReport of(List<BuildRecord> builds) {
        Optional<ComparableBuilds> comparable = ComparableBuilds.newestAmong(
                builds.stream().map(BuildRecord::build).toList());
        return new PerformanceReport(
                builds, comparable, comparable.map(PerformanceReport::trends).orElse(List.of()));
    }

    private static List<Trend> trends(ComparableBuilds comparable) {
        return TRENDS.stream()
                .map(comparable::series)
                .filter(series -> spans(series, comparable))
                .flatMap(series -> Trend.of(series).stream())
                .toList();
    }

    /** A trend is told from the first build to the last one; where either did not measure the metric, there is none. */
    private static boolean spans(Series series, ComparableBuilds comparable) {
        List<Series.Point> points = series.points();
        List<BuildMetrics> builds = comparable.countingFor(series.metric());
        return !points.isEmpty()
                && isOf(points.get(0), builds.get(0))
                && isOf(points.get(points.size() - 1), builds.get(builds.size() - 1));
    }

    private static boolean isOf(Series.Point point, BuildMetrics build) {
        return point.build().equals(build.identity().id());
    }
}
