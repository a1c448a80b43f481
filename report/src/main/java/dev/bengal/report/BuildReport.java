package dev.bengal.report;

import dev.bengal.analysis.ComparableBuilds;
import dev.bengal.analysis.Trend;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.TotalMetric;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is shown of one build.
 *
 * @param previous the newest build before it that it may be held against, or empty
 * @param changes against {@code previous}, one for each metric that both measured; where the allocation of only one of them
 *     was recorded, only that of the allocated bytes
 */
public record BuildReport(BuildMetrics build, Optional<BuildMetrics> previous, List<Trend> changes) {
    private static final List<TotalMetric> CHANGES =
            List.of(TotalMetric.DURATION, TotalMetric.RSS_GROWTH, TotalMetric.LIVE_HEAP, TotalMetric.ALLOCATED);

    public BuildReport {
        Objects.requireNonNull(build, "build");
        changes = List.copyOf(changes);
    }

    /** The report of a build and, where there is one, the comparable build before it. */
    public static BuildReport of(BuildMetrics build, Optional<BuildMetrics> previous) {
        return new BuildReport(
                build, previous, previous.map(before -> changes(before, build)).orElse(List.of()));
    }

    private static List<Trend> changes(BuildMetrics before, BuildMetrics build) {
        ComparableBuilds both = new ComparableBuilds(List.of(before, build));
        return CHANGES.stream()
                .flatMap(metric -> Trend.of(both.series(metric.metric())).stream())
                .toList();
    }
}
