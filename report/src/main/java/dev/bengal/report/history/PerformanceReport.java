package dev.bengal.report.history;

import dev.bengal.analysis.ComparableBuilds;
import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.Trend;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.UsualLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is shown of a history.
 *
 * @param builds oldest first
 * @param metrics the columns
 * @param comparable those of them that the trends are about; empty where no two may be compared
 * @param trends one for each metric that the first and the last of the builds that count for it measured
 * @param steps that began with one of {@code builds}, in any order; none unless they were looked for
 * @param usual by the names of metrics, what the last of the comparable builds is held against; none unless they were looked for
 */
public record PerformanceReport(
        List<BuildRecord> builds,
        List<Metric> metrics,
        Optional<ComparableBuilds> comparable,
        List<Trend> trends,
        List<LevelChange> steps,
        Map<String, UsualLevel> usual) {
    /** What is shown of a history where nothing else is asked for. */
    public static final List<Metric> USUAL = List.of(
            TotalMetric.PAGES.metric(),
            TotalMetric.DURATION.metric(),
            TotalMetric.RSS_GROWTH.metric(),
            TotalMetric.LIVE_HEAP.metric(),
            TotalMetric.ALLOCATED.metric());

    /** What charts show; growth of the resident memory is known of builds that Bengal runs in, its peak of all others. */
    private static final List<Metric> DRAWN = List.of(
            TotalMetric.DURATION.metric(),
            TotalMetric.RSS_GROWTH.metric(),
            TotalMetric.RSS_PEAK.metric(),
            TotalMetric.ALLOCATED.metric());

    public PerformanceReport {
        builds = List.copyOf(builds);
        metrics = List.copyOf(metrics);
        trends = List.copyOf(trends);
        steps = List.copyOf(steps);
        usual = Map.copyOf(usual);
    }

    /**
     * The report of these builds.
     *
     * @param builds oldest first
     */
    public static PerformanceReport of(List<BuildRecord> builds) {
        return of(builds, USUAL);
    }

    /** Those of the {@link #USUAL} metrics that one of the builds measured, but the time always. */
    public static List<Metric> usualOf(List<BuildRecord> builds) {
        return measured(USUAL, builds);
    }

    /** What is drawn of builds where nothing else is asked for: the time, the memory and what was allocated, as far as they were measured. */
    public static List<Metric> drawnOf(List<BuildRecord> builds) {
        List<Metric> measured = measured(DRAWN, builds);
        return measured.stream()
                .filter(metric -> !metric.equals(TotalMetric.RSS_PEAK.metric())
                        || !measured.contains(TotalMetric.RSS_GROWTH.metric()))
                .toList();
    }

    private static List<Metric> measured(List<Metric> metrics, List<BuildRecord> builds) {
        return metrics.stream()
                .filter(metric -> metric.equals(TotalMetric.DURATION.metric())
                        || builds.stream()
                                .anyMatch(known ->
                                        known.build().reading(metric.name()).isPresent()))
                .toList();
    }

    /**
     * The report of some metrics of these builds. Builds that someone excluded are shown, but are in no trend.
     *
     * @param builds oldest first
     * @param metrics in the order of the columns
     */
    public static PerformanceReport of(List<BuildRecord> builds, List<Metric> metrics) {
        Optional<ComparableBuilds> comparable = ComparableBuilds.newestAmong(builds.stream()
                .filter(known -> known.excluded() == null)
                .map(BuildRecord::build)
                .toList());
        return new PerformanceReport(
                builds,
                metrics,
                comparable,
                comparable.map(found -> trends(found, metrics)).orElse(List.of()),
                List.of(),
                Map.of());
    }

    /** The same, marked with those of these changes that are steps and began with one of its builds. */
    public PerformanceReport withStepsAmong(List<LevelChange> changes) {
        Set<BuildId> shown =
                builds.stream().map(known -> known.build().identity().id()).collect(Collectors.toSet());
        List<LevelChange> marked = changes.stream()
                .filter(change -> change.kind() == ChangePoint.Kind.STEP)
                .filter(change -> shown.contains(change.firstBad().build()))
                .toList();
        return new PerformanceReport(builds, metrics, comparable, trends, marked, usual);
    }

    /** The same with these levels, by the names of their metrics. */
    public PerformanceReport withUsual(Map<String, UsualLevel> levels) {
        return new PerformanceReport(builds, metrics, comparable, trends, steps, levels);
    }

    private static List<Trend> trends(ComparableBuilds comparable, List<Metric> metrics) {
        return metrics.stream()
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
