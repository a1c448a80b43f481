package dev.bengal.cli.judge;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Direction;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.Reading;
import dev.bengal.model.Series;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
import dev.bengal.store.History;
import dev.bengal.store.SeriesCollector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a judgement may look at.
 *
 * @param builds in {@code order}, the oldest first, whatever became of them
 * @param answer of the store, with what is wrong with the history
 */
public record JudgedHistory(
        List<BuildRecord> builds, List<HistoryEvent.Accepted> accepted, CommitOrder order, History answer) {
    /** Further back nothing counts for a level of today. */
    public static final int MOST_BUILDS = 5000;

    /** So many are found faster one by one; a build has readings by the hundred. */
    private static final int FEW_METRICS = 16;

    /** In which the newest builds are asked for. */
    public static final BuildOrder ORDER = BuildOrder.BY_COMMIT;

    /** What is tracked of phases. */
    private static final List<PhaseMetric> OF_PHASES = List.of(PhaseMetric.DURATION, PhaseMetric.ALLOCATED);

    public JudgedHistory {
        builds = List.copyOf(builds);
        accepted = List.copyOf(accepted);
    }

    /** Asks a store for the newest builds that a filter accepts. */
    public static JudgedHistory of(BuildStore store, BuildFilter filter, CommitOrder order) {
        return of(store, store.recent(filter, ORDER, MOST_BUILDS), order);
    }

    /** What a store answered already, with what was accepted in it. */
    public static JudgedHistory of(BuildStore store, History answer, CommitOrder order) {
        return of(store.events(), answer, order);
    }

    /** The same where both were read already. */
    public static JudgedHistory of(List<HistoryEvent> events, History answer, CommitOrder order) {
        List<BuildRecord> builds =
                answer.builds().stream().sorted(order.records()).toList();
        return new JudgedHistory(builds, accepted(events), order, answer);
    }

    private static List<HistoryEvent.Accepted> accepted(List<HistoryEvent> events) {
        return events.stream()
                .flatMap(event -> event instanceof HistoryEvent.Accepted said ? Stream.of(said) : Stream.empty())
                .toList();
    }

    /** Those that others may be held against. */
    public List<BuildMetrics> material() {
        return builds.stream()
                .filter(BuildRecord::isBaselineMaterial)
                .map(BuildRecord::build)
                .toList();
    }

    /** The same without the builds that do not fulfil a condition. */
    public JudgedHistory only(Predicate<BuildMetrics> condition) {
        return new JudgedHistory(
                builds.stream().filter(known -> condition.test(known.build())).toList(), accepted, order, answer);
    }

    /** The metrics of the {@link #material} that have a better way; of a phase its time and its allocation alone. */
    public Set<String> tracked() {
        return measured(JudgedHistory::trackedReadings).stream()
                .flatMap(build -> build.readings().stream())
                .map(Reading::metric)
                // Thousands of builds measure the same few dozens.
                .distinct()
                .filter(JudgedHistory::isTracked)
                .map(Metric::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Reading> trackedReadings(BuildMetrics build) {
        return build.readings(OF_PHASES);
    }

    /** A measurement of a program's own may have the name of a phase's metric. */
    private static boolean isTracked(Metric metric) {
        return metric.direction() != Direction.NONE
                && PhaseMetric.parse(metric.name())
                        .map(phase -> OF_PHASES.contains(phase.metric()))
                        .orElse(true);
    }

    /** The series of these metrics in the {@link #material}, in {@code order}, one for each project and scenario. */
    public List<Series> series(Set<String> metrics) {
        Map<String, Optional<SeriesCollector>> collectors = new LinkedHashMap<>();
        metrics.forEach(metric -> collectors.put(metric, Optional.of(new SeriesCollector())));
        return series(
                measured(build -> metrics.size() > FEW_METRICS ? build.readings() : readings(build, metrics)),
                collectors,
                other -> false);
    }

    /** Those of all metrics that are {@link #tracked}. */
    public List<Series> trackedSeries() {
        return series(measured(JudgedHistory::trackedReadings), new LinkedHashMap<>(), JudgedHistory::isTracked);
    }

    private static List<Reading> readings(BuildMetrics build, Set<String> metrics) {
        List<Reading> readings = new ArrayList<>();
        for (String metric : metrics) {
            build.reading(metric).ifPresent(readings::add);
        }
        return readings;
    }

    /**
     * Collects what was measured.
     *
     * @param collectors by the name of a metric, none for one that is passed over
     * @param isWanted whether a metric without a place there gets a collector; each is asked for once
     */
    private static List<Series> series(
            List<Measured> builds, Map<String, Optional<SeriesCollector>> collectors, Predicate<Metric> isWanted) {
        for (Measured measured : builds) {
            BuildMetrics build = measured.build();
            for (Reading reading : measured.readings()) {
                Metric metric = reading.metric();
                Optional<SeriesCollector> collector = collectors.get(metric.name());
                if (collector == null) {
                    collector = isWanted.test(metric) ? Optional.of(new SeriesCollector()) : Optional.empty();
                    collectors.put(metric.name(), collector);
                }
                if (collector.isPresent()) {
                    collector
                            .get()
                            .add(
                                    metric,
                                    build.identity().project(),
                                    build.identity().scenario(),
                                    Series.Point.of(build, reading.value()));
                }
            }
        }
        return collectors.values().stream()
                .flatMap(Optional::stream)
                .flatMap(collector -> collector.asTaken().stream())
                .toList();
    }

    private List<Measured> measured(Function<BuildMetrics, List<Reading>> readings) {
        return material().parallelStream()
                .map(build -> new Measured(build, readings.apply(build)))
                .toList();
    }

    /** What was read of a build, which has readings by the hundred. */
    private record Measured(BuildMetrics build, List<Reading> readings) {}
}
