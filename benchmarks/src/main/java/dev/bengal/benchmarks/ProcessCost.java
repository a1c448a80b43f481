package dev.bengal.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * What one process took, from its start to its end.
 *
 * @param cpuMillis user and system time, with those of the children that it waited for; in steps of 10 ms
 * @param peakMebibytes the largest resident set of it or of any one child
 */
record ProcessCost(
        double wallMillis,
        @Nullable Double cpuMillis,
        @Nullable Double peakMebibytes) {
    /** The same with a peak from elsewhere, where that is higher. */
    ProcessCost withPeakOfAtLeast(@Nullable Double mebibytes) {
        Double known = peakMebibytes;
        return new ProcessCost(
                wallMillis,
                cpuMillis,
                known == null || mebibytes == null ? null : Double.valueOf(Math.max(known, mebibytes)));
    }
}
