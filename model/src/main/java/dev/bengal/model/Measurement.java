package dev.bengal.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of a metric beyond the fixed keys of a record.
 *
 * @param value in the metric's unit
 * @param samples the raw values behind {@code value}, in the order taken; empty where there was only the one
 * @param source where the value was read, such as {@code /proc/self/io}, or null
 * @param exact false where the source only estimates
 */
public record Measurement(
        Metric metric,
        double value,
        List<Double> samples,
        @Nullable String source,
        boolean exact) {
    public Measurement {
        Objects.requireNonNull(metric, "metric");
        samples = List.copyOf(samples);
        requireFinite(metric, value);
        for (double sample : samples) {
            requireFinite(metric, sample);
        }
    }

    private static void requireFinite(Metric metric, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(metric.name() + " is " + value + "; a measurement is a finite number");
        }
    }
}
