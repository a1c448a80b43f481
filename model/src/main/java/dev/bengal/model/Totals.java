package dev.bengal.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a whole build took.
 *
 * @param gcCount collections during the build
 * @param gcMillis time in them
 * @param ioReadMebibytes read from storage
 * @param ioWriteMebibytes sent to storage
 */
public record Totals(
        TimeTotals time,
        MemoryTotals memory,
        @Nullable Long gcCount,
        @Nullable Double gcMillis,
        @Nullable Double ioReadMebibytes,
        @Nullable Double ioWriteMebibytes) {
    public Totals {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(memory, "memory");
    }
}
