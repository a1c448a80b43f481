package dev.bengal.model;

import org.jspecify.annotations.Nullable;

/**
 * The memory of a whole build, in MiB.
 *
 * @param rssGrowthMebibytes the peak resident set during the build less the resident set at its start
 * @param rssPeakMebibytes the same peak, absolute
 * @param liveHeapMebibytes the most heap that was in use right after a collection; null where none ran
 * @param peakHeapMebibytes the most heap that was in use
 * @param allocatedMebibytes bytes that all threads allocated, the ended ones included
 */
public record MemoryTotals(
        @Nullable Double rssGrowthMebibytes,
        @Nullable Double rssPeakMebibytes,
        @Nullable Double liveHeapMebibytes,
        @Nullable Double peakHeapMebibytes,
        @Nullable Double allocatedMebibytes) {}
