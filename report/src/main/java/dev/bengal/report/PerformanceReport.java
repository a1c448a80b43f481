package dev.bengal.report;

import dev.bengal.analysis.ComparableBuilds;
import dev.bengal.analysis.Trend;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.TotalMetric;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of a history.
 *
 * @param builds oldest first
 * @param comparable those of them that the trends are about; empty where no two may be compared
 * @param trends one for each metric that at least two of the comparable builds measured
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
                .flatMap(metric -> Trend.of(comparable.series(metric)).stream())
                .toList();
    }
}
