package dev.bengal.model;

import org.jspecify.annotations.Nullable;

/**
 * The time of a whole build, in milliseconds.
 *
 * @param wallMillis from start to end; null only in old records that lost it
 * @param cpuMillis of the process, all threads
 * @param childCpuMillis of processes that were started and waited for
 * @param unattributedMillis the part of {@code wallMillis} that belongs to no phase
 */
public record TimeTotals(
        @Nullable Double wallMillis,
        @Nullable Double cpuMillis,
        @Nullable Double childCpuMillis,
        @Nullable Double unattributedMillis) {}
