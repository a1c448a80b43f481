package dev.bengal.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Everything that a build measured, by the metrics' names. What came first keeps its name: a measurement cannot take that of a total. */
final class Readings implements ReadingVisitor {
    private final List<Reading> readings = new ArrayList<>();

    /** Totals and phases have names that differ; only a measurement may repeat one. */
    private final Set<String> names = new HashSet<>();

    /** Shows totals, then phases in the order in which the first of each name started, then measurements. */
    static void show(BuildMetrics build, List<PhaseMetric> ofPhases, ReadingVisitor visitor) {
        // Without lambdas: each would be made anew for every value, and builds come by the thousand.
        for (TotalMetric total : TotalMetric.ALL) {
            OptionalDouble value = total.of(build);
            if (value.isPresent()) {
                visitor.total(total, value.getAsDouble());
            }
        }
        for (Map.Entry<String, List<PhaseMetrics>> phases : phasesByName(build).entrySet()) {
            for (PhaseMetric metric : ofPhases) {
                OptionalDouble value = metric.of(phases.getValue());
                if (value.isPresent()) {
                    visitor.phase(phases.getKey(), metric, value.getAsDouble());
                }
            }
        }
        build.measurements().forEach(visitor::measurement);
    }

    /** The one of this name, without the others. */
    static Optional<Reading> find(BuildMetrics build, String name) {
        for (TotalMetric total : TotalMetric.ALL) {
            if (total.metric().name().equals(name)) {
                return reading(total.metric(), total.of(build)).or(() -> measurement(build, name));
            }
        }
        return PhaseMetric.parse(name)
                .flatMap(asked -> reading(
                        asked.metric().metric(asked.phase()), asked.metric().of(phases(build, asked.phase()))))
                .or(() -> measurement(build, name));
    }

    private static Optional<Reading> measurement(BuildMetrics build, String name) {
        return build.measurements().stream()
                .filter(measurement -> measurement.metric().name().equals(name))
                .findFirst()
                .map(measurement -> new Reading(measurement.metric(), measurement.value()));
    }

    private static Optional<Reading> reading(Metric metric, OptionalDouble value) {
        return value.isPresent() ? Optional.of(new Reading(metric, value.getAsDouble())) : Optional.empty();
    }

    private static List<PhaseMetrics> phases(BuildMetrics build, String name) {
        return build.phases().stream()
                .filter(phase -> phase.name().equals(name))
                .toList();
    }

    private static Map<String, List<PhaseMetrics>> phasesByName(BuildMetrics build) {
        Map<String, List<PhaseMetrics>> phases = new LinkedHashMap<>();
        for (PhaseMetrics phase : build.phases()) {
            phases.computeIfAbsent(phase.name(), name -> new ArrayList<>(1)).add(phase);
        }
        return phases;
    }

    List<Reading> list() {
        return List.copyOf(readings);
    }

    @Override
    public void total(TotalMetric metric, double value) {
        readings.add(new Reading(metric.metric(), value));
    }

    @Override
    public void phase(String phase, PhaseMetric metric, double value) {
        readings.add(new Reading(metric.metric(phase), value));
    }

    @Override
    public void measurement(Measurement measurement) {
        if (names.isEmpty()) {
            readings.forEach(reading -> names.add(reading.metric().name()));
        }
        if (names.add(measurement.metric().name())) {
            readings.add(new Reading(measurement.metric(), measurement.value()));
        }
    }
}
