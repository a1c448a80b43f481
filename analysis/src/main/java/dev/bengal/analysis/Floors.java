package dev.bengal.analysis;

import dev.bengal.model.Metric;
import dev.bengal.model.Unit;

/** The least difference that counts for a metric that can be zero or negative: from zero every step would be infinite growth. */
final class Floors {
    private static final double MILLIS = 5;
    private static final double OTHER = 1;

    private Floors() {}

    /** 5 ms, and 1 of everything else: one megabyte, one collection. */
    static double of(Metric metric) {
        return metric.unit().equals(Unit.MILLISECONDS) ? MILLIS : OTHER;
    }
}
