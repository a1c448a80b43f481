package dev.bengal.store.columns;

import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.TotalMetric;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A small number for each metric's name. The totals come first, in their order; what comes after
 * them is numbered as it turns up. Several threads may ask.
 */
public final class MetricNumbers {
    private static final Map<TotalMetric, Integer> TOTALS = totals();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Map<PhaseMetric, Integer>> phases = new HashMap<>();
    private final Queue<Metric> unsaved = new ArrayDeque<>();

    /**
     * The totals and those that were numbered before.
     *
     * @param known all but the totals, by name
     */
    public MetricNumbers(Map<String, Integer> known) {
        TotalMetric.ALL.forEach(total -> numbers.put(total.metric().name(), of(total)));
        numbers.putAll(known);
    }

    private static Map<TotalMetric, Integer> totals() {
        Map<TotalMetric, Integer> totals = new EnumMap<>(TotalMetric.class);
        TotalMetric.ALL.forEach(total -> totals.put(total, totals.size()));
        return Collections.unmodifiableMap(totals);
    }

    /** The number of a total, in every index. */
    public static int of(TotalMetric total) {
        return TOTALS.getOrDefault(total, 0);
    }

    /** The numbers of all metrics of the phases of one name. */
    synchronized Map<PhaseMetric, Integer> ofPhase(String phase) {
        return phases.computeIfAbsent(phase, name -> {
            Map<PhaseMetric, Integer> ofPhase = new EnumMap<>(PhaseMetric.class);
            PhaseMetric.ALL.forEach(metric -> ofPhase.put(metric, of(metric.metric(name))));
            return ofPhase;
        });
    }

    /** The number of a metric. */
    public synchronized int of(Metric metric) {
        Integer known = numbers.get(metric.name());
        if (known == null) {
            known = numbers.size();
            numbers.put(metric.name(), known);
            unsaved.add(metric);
        }
        return known;
    }

    /** One that was numbered since it was last asked for, and has to be kept; null where there is none. */
    public synchronized @Nullable Metric nextUnsaved() {
        return unsaved.poll();
    }
}
