package dev.bengal.model;

import org.jspecify.annotations.Nullable;

/**
 * The memory of one phase, in MiB.
 *
 * @param deltaMebibytes resident set at its end less that at its start; may be negative
 * @param peakMebibytes the highest resident set of the process while the phase was open
 * @param liveHeapMebibytes the most heap in use right after a collection in the phase; null where none ran
 * @param peakHeapMebibytes the most heap in use while the phase was open
 * @param allocatedMebibytes bytes allocated by the phase
 */
public record PhaseMemory(
        @Nullable Double deltaMebibytes,
        @Nullable Double peakMebibytes,
        @Nullable Double liveHeapMebibytes,
        @Nullable Double peakHeapMebibytes,
        @Nullable Double allocatedMebibytes) {
    /** Nothing was measured. */
    public static final PhaseMemory UNKNOWN = new PhaseMemory(null, null, null, null, null);
}
