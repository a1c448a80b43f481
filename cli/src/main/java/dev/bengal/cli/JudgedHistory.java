package dev.bengal.cli;

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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The builds of a history that judgements rest on, as series in the order of their commits.
 *
 * @param newest the newest of them
 * @param limit how many builds are looked at
 */
record JudgedHistory(BuildStore store, BuildFilter filter, CommitOrder order, History newest, int limit) {
    /** Up to so many builds are read whole and once; more are asked for metric by metric, which an index answers without reading them. */
    private static final int READ_WHOLE = 1000;

    /** The builds that the filter accepts and that others may be held against, the newest of them at most. */
    static JudgedHistory in(BuildStore store, BuildFilter filter, CommitOrder order, int limit) {
        BuildFilter material = filter.baselineMaterial();
        History newest = store.recent(material, BuildOrder.BY_COMMIT, Math.min(limit, READ_WHOLE));
        return new JudgedHistory(store, material, order, newest, limit);
    }

    boolean isEmpty() {
        return newest.builds().isEmpty();
    }

    /** What to say where nothing is there to be judged. */
    String whenEmpty(HistorySource source) {
        return newest.recorded() == 0
                ? source.whenEmpty().get()
                : "None of the " + newest.recorded() + " recorded builds is of that sort and fit to be held against:"
                        + " successful, from a clean tree, not excluded.";
    }

    /** Those that were asked for; where none were, those that are {@link #tracked}. */
    Set<String> names(MetricOption asked) {
        return asked.isGiven()
                ? asked.of(newest.builds(), List.of()).stream()
                        .map(Metric::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : tracked();
    }

    /** What was accepted. */
    List<HistoryEvent.Accepted> accepted() {
        return accepted(store);
    }

    /** What was accepted in a history. */
    static List<HistoryEvent.Accepted> accepted(BuildStore store) {
        return store.events().stream()
                .filter(HistoryEvent.Accepted.class::isInstance)
                .map(HistoryEvent.Accepted.class::cast)
                .toList();
    }

    /** The metrics with a better way; of a phase its time and its allocation alone. */
    private Set<String> tracked() {
        return newest.builds().stream()
                .flatMap(known -> known.build().readings().stream())
                .map(Reading::metric)
                .filter(JudgedHistory::isTracked)
                .map(Metric::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isTracked(Metric metric) {
        return metric.direction() != Direction.NONE
                && PhaseMetric.parse(metric.name())
                        .map(phase -> phase.metric() == PhaseMetric.DURATION || phase.metric() == PhaseMetric.ALLOCATED)
                        .orElse(true);
    }

    /** The series of these metrics, one for each project and scenario. */
    List<Series> series(Set<String> metrics) {
        boolean isAll = newest.builds().size() < READ_WHOLE || limit <= READ_WHOLE;
        List<Series> series = isAll
                ? series(newest.builds(), metrics)
                : metrics.stream()
                        .flatMap(metric -> store.series(filter, metric, limit).stream())
                        .toList();
        return series.stream().map(one -> one.in(order)).toList();
    }

    /** The series of these metrics in these builds. */
    static List<Series> series(List<BuildRecord> builds, Set<String> metrics) {
        Map<String, SeriesCollector> collectors = new LinkedHashMap<>();
        metrics.forEach(metric -> collectors.put(metric, new SeriesCollector()));
        for (BuildRecord known : builds) {
            for (Reading reading : known.build().readings()) {
                SeriesCollector collector = collectors.get(reading.metric().name());
                if (collector != null) {
                    collector.add(
                            reading.metric(),
                            known.build().identity().project(),
                            known.build().identity().scenario(),
                            Series.Point.of(known.build(), reading.value()));
                }
            }
        }
        return collectors.values().stream()
                .flatMap(collector -> collector.inOrder().stream())
                .toList();
    }
}
