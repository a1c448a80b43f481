package dev.bengal.analysis;

import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.model.TopAllocators;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds whose numbers may be held against each other: successes from a clean tree, of one project and scenario, in
 * environments of one fingerprint.
 *
 * @param builds oldest first; at least two
 */
public record ComparableBuilds(List<BuildMetrics> builds) {
    public ComparableBuilds {
        builds = List.copyOf(builds);
        if (builds.size() < 2) {
            throw new IllegalArgumentException("one build alone compares with nothing");
        }
    }

    /**
     * Those among {@code builds} that are comparable with the newest one that is comparable with any other.
     *
     * @param builds oldest first
     * @return empty where no two of them are comparable
     */
    public static Optional<ComparableBuilds> newestAmong(List<BuildMetrics> builds) {
        List<BuildMetrics> material =
                builds.stream().filter(BuildMetrics::isBaselineMaterial).toList();
        for (int i = material.size() - 1; i >= 0; i--) {
            BuildMetrics reference = material.get(i);
            List<BuildMetrics> group =
                    material.stream().filter(reference::isComparableWith).toList();
            if (group.size() > 1) {
                return Optional.of(new ComparableBuilds(group));
            }
        }
        return Optional.empty();
    }

    /** The oldest. */
    public BuildMetrics first() {
        return builds.get(0);
    }

    /** The newest. */
    public BuildMetrics last() {
        return builds.get(builds.size() - 1);
    }

    /**
     * Those that count for a metric. Where recording a build's allocation disturbs it, builds with such a recording and
     * builds without do not stand side by side: the larger sort counts, of two equal ones that without.
     *
     * @return oldest first; all of them where nothing disturbs the metric
     */
    public List<BuildMetrics> countingFor(Metric metric) {
        if (!TopAllocators.disturbs(metric)) {
            return builds;
        }
        Map<Boolean, List<BuildMetrics>> byRecording =
                builds.stream().collect(Collectors.partitioningBy(TopAllocators::isRecorded));
        List<BuildMetrics> recorded = byRecording.getOrDefault(true, List.of());
        List<BuildMetrics> others = byRecording.getOrDefault(false, List.of());
        return recorded.size() > others.size() ? recorded : others;
    }

    /** One metric over the builds that count for it; those that did not measure it have no point. */
    public Series series(Metric metric) {
        BuildIdentity identity = last().identity();
        return new Series(
                metric,
                identity.project(),
                identity.scenario(),
                countingFor(metric).stream()
                        .flatMap(build -> point(metric, build))
                        .toList());
    }

    private static Stream<Series.Point> point(Metric metric, BuildMetrics build) {
        return build.reading(metric.name()).map(reading -> Series.Point.of(build, reading.value())).stream();
    }
}
