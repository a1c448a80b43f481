package dev.bengal.model;

import java.util.List;
import java.util.Objects;

/**
 * What a whole build took.
 *
 * @param estimates which of the values are not exact; empty where all are
 */
public record Totals(TimeTotals time, MemoryTotals memory, GcActivity gc, IoVolume io, List<Estimate> estimates) {
    public Totals {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(gc, "gc");
        Objects.requireNonNull(io, "io");
        estimates = List.copyOf(estimates);
    }
}
