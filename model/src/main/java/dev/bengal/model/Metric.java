package dev.bengal.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, in what, which way is better, and how noisy it is by nature.
 *
 * @param name the key of a record, such as {@code total_duration_ms}, or {@code phase.rendering.duration_ms}
 */
public record Metric(String name, Unit unit, Direction direction, NoiseClass noise) {
    public Metric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(noise, "noise");
        if (name.isBlank()) {
            throw new IllegalArgumentException("metric name is blank");
        }
    }

    // Written out, as in BuildId: what a record has of its own is put together at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Metric metric
                && name.equals(metric.name)
                && unit.equals(metric.unit)
                && direction == metric.direction
                && noise == metric.noise;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
