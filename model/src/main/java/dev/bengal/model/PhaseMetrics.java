package dev.bengal.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One phase of a build.
 *
 * @param parent the name of the phase around it, or null at the top
 * @param thread the thread that opened it, or null
 * @param startMillis since the start of the build, or null in old records
 * @param itemsProcessed what it worked through (pages, files), or null where it counts nothing
 */
public record PhaseMetrics(
        String name,
        @Nullable String parent,
        @Nullable String thread,
        @Nullable Double startMillis,
        double durationMillis,
        @Nullable Double cpuMillis,
        PhaseMemory memory,
        GcActivity gc,
        IoVolume io,
        @Nullable Long itemsProcessed,
        Outcome outcome) {
    public PhaseMetrics {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(gc, "gc");
        Objects.requireNonNull(io, "io");
        Objects.requireNonNull(outcome, "outcome");
        if (name.isBlank()) {
            throw new IllegalArgumentException("phase name is blank");
        }
    }

    /** A phase of which only the time is known. */
    public static PhaseMetrics timed(
            String name,
            @Nullable String parent,
            @Nullable Double startMillis,
            double durationMillis,
            Outcome outcome) {
        return new PhaseMetrics(
                name,
                parent,
                null,
                startMillis,
                durationMillis,
                null,
                PhaseMemory.UNKNOWN,
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                null,
                outcome);
    }
}
