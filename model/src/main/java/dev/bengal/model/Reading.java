package dev.bengal.model;

import java.util.Objects;

/**
 * What one build measured of one metric.
 *
 * @param value in the metric's unit, finite
 */
public record Reading(Metric metric, double value) {
    public Reading {
        Objects.requireNonNull(metric, "metric");
    }
}
