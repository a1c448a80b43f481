package dev.bengal.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Everything that a build measured, by the metrics' names: totals, then phases, then measurements. */
final class Readings {
    private Readings() {}

    static List<Reading> of(BuildMetrics build) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (TotalMetric total : TotalMetric.values()) {
            put(readings, total.metric(), total.of(build));
        }
        phasesByName(build).forEach((name, phases) -> {
            for (PhaseMetric metric : PhaseMetric.values()) {
                put(readings, metric.metric(name), metric.of(phases));
            }
        });
        for (Measurement measurement : build.measurements()) {
            put(readings, measurement.metric(), OptionalDouble.of(measurement.value()));
        }
        return List.copyOf(readings.values());
    }

    static Optional<Reading> of(BuildMetrics build, String metric) {
        return of(build).stream()
                .filter(reading -> reading.metric().name().equals(metric))
                .findFirst();
    }

    private static Map<String, List<PhaseMetrics>> phasesByName(BuildMetrics build) {
        Map<String, List<PhaseMetrics>> phases = new LinkedHashMap<>();
        for (PhaseMetrics phase : build.phases()) {
            phases.computeIfAbsent(phase.name(), name -> new ArrayList<>()).add(phase);
        }
        return phases;
    }

    /** What came first keeps its name: a measurement cannot take the place of a total. */
    private static void put(Map<String, Reading> readings, Metric metric, OptionalDouble value) {
        if (value.isPresent()) {
            readings.putIfAbsent(metric.name(), new Reading(metric, value.getAsDouble()));
        }
    }
}
