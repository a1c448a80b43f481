package dev.bengal.analysis;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Outcome;
import dev.bengal.model.Reading;
import dev.bengal.model.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The builds of a history that one candidate may be held against. They are chosen once for each class of noise, however many metrics the
 * candidate measured.
 */
final class EarlierBuilds {
    /** So many builds of a metric show where its level is and began; what lies further back costs time and moves no level of today. */
    static final int FURTHEST_BACK = 500;

    private final BuildMetrics reference;
    private final List<BuildMetrics> candidate;
    private final JavaKinds javas = new JavaKinds();
    private final ReadOnce readings;
    private final List<BuildMetrics> newestFirst;
    private final Map<NoiseClass, Part> parts = new EnumMap<>(NoiseClass.class);

    /**
     * Those that a candidate may be held against.
     *
     * @param candidate at least one; it may be among the history, and is left out of it
     * @param readings of builds that others look at too
     */
    EarlierBuilds(List<BuildMetrics> history, List<BuildMetrics> candidate, CommitOrder order, ReadOnce readings) {
        this.reference = candidate.get(0);
        this.candidate = candidate;
        this.readings = readings;
        Set<BuildId> own =
                candidate.stream().map(build -> build.identity().id()).collect(Collectors.toUnmodifiableSet());
        this.newestFirst = history.stream()
                .filter(this::isSameWork)
                .filter(build -> !own.contains(build.identity().id()))
                .sorted(order.builds().reversed())
                .toList();
    }

    /** The newest of them that measured a metric, at most {@value #FURTHEST_BACK}, the oldest first. */
    Series newest(Metric metric) {
        return series(metric, part(metric).newest(metric));
    }

    /** All of them that measured a metric, the oldest first. */
    Series all(Metric metric) {
        return series(metric, Part.points(part(metric).builds, metric).toList());
    }

    /** Metrics are judged by several threads at once. */
    private synchronized Part part(Metric metric) {
        return parts.computeIfAbsent(
                metric.noise(),
                noise -> new Part(
                        newestFirst.stream()
                                .filter(build -> isSameMachine(build, noise))
                                .toList(),
                        measured(noise),
                        readings));
    }

    /** What the candidate measured of one class of noise: nobody asks for the rest, which is most of what builds measure. */
    private Set<String> measured(NoiseClass noise) {
        return candidate.stream()
                .flatMap(build -> readings.of(build).stream())
                .map(Reading::metric)
                .filter(metric -> metric.noise() == noise)
                .map(Metric::name)
                .collect(Collectors.toSet());
    }

    private Series series(Metric metric, List<Series.Point> points) {
        List<Series.Point> oldestFirst = new ArrayList<>(points);
        Collections.reverse(oldestFirst);
        return new Series(
                metric, reference.identity().project(), reference.identity().scenario(), oldestFirst);
    }

    private boolean isSameWork(BuildMetrics build) {
        return build.outcome() == Outcome.SUCCESS
                && build.identity().project().equals(reference.identity().project())
                && build.identity().scenario().equals(reference.identity().scenario())
                && build.isBaselineMaterial()
                && !isSameCommit(build);
    }

    private boolean isSameCommit(BuildMetrics build) {
        return build.commit() != null
                && reference.commit() != null
                && build.commit().hash().equals(reference.commit().hash());
    }

    /** Noisy metrics only in one environment; steady ones on one kind of Java; exact ones everywhere. */
    private boolean isSameMachine(BuildMetrics build, NoiseClass noise) {
        return switch (noise) {
            case NOISY ->
                build.environment().fingerprint().equals(reference.environment().fingerprint());
            case STEADY -> javas.isSame(build.environment(), reference.environment());
            case EXACT -> true;
        };
    }

    /** Those that metrics of one class of noise are held against. What the newest of them measured is read once for all metrics. */
    private static final class Part {
        private final List<BuildMetrics> builds;
        private final Map<String, List<Series.Point>> points = new HashMap<>();

        /**
         * Those of some builds.
         *
         * @param builds the newest first
         * @param metrics those that are asked for; another one is looked for in each build
         */
        Part(List<BuildMetrics> builds, Set<String> metrics, ReadOnce readings) {
            this.builds = builds;
            metrics.forEach(metric -> points.put(metric, new ArrayList<>()));
            for (BuildMetrics build : newest()) {
                for (Reading reading : readings.of(build)) {
                    List<Series.Point> known = points.get(reading.metric().name());
                    if (known != null) {
                        known.add(Series.Point.of(build, reading.value()));
                    }
                }
            }
        }

        private List<BuildMetrics> newest() {
            return builds.subList(0, Math.min(FURTHEST_BACK, builds.size()));
        }

        /** A metric that not every build measures is looked for further back. */
        List<Series.Point> newest(Metric metric) {
            List<Series.Point> near = points.get(metric.name());
            Stream<Series.Point> all = near == null
                    ? points(builds, metric)
                    : Stream.concat(near.stream(), points(builds.subList(newest().size(), builds.size()), metric));
            return all.limit(FURTHEST_BACK).toList();
        }

        static Stream<Series.Point> points(List<BuildMetrics> builds, Metric metric) {
            return builds.stream()
                    .flatMap(build -> build.reading(metric.name()).stream()
                            .map(reading -> Series.Point.of(build, reading.value())));
        }
    }
}
