package dev.bengal.formats.writing;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.Metric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a build on its way out.
 *
 * @param measurement that it comes from, or null for a total or a phase
 */
record Exported(Metric metric, double value, @Nullable Measurement measurement) {
    /** All values of a build, each name once. */
    static List<Exported> of(BuildMetrics build) {
        Map<String, Measurement> measurements = new HashMap<>();
        build.measurements()
                .forEach(one -> measurements.putIfAbsent(one.metric().name(), one));
        return build.readings().stream()
                .map(reading -> new Exported(
                        reading.metric(),
                        reading.value(),
                        measurements.get(reading.metric().name())))
                .toList();
    }

    /** Whether it was read from another tool, whose names are taken apart again. */
    boolean isImported() {
        return measurement != null && metric.name().indexOf('#') > 0;
    }
}
