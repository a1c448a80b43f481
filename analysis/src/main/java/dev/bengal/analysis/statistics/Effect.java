package dev.bengal.analysis.statistics;

import java.util.Objects;

/**
 * How far a metric moved.
 *
 * @param change a share of the value before (0.12 is 12 % more) where {@code relative}, else a difference in the metric's unit
 * @param interval where the true change lies, in the same measure
 */
public record Effect(double change, Interval interval, boolean relative) {
    public Effect {
        Objects.requireNonNull(interval, "interval");
    }
}
