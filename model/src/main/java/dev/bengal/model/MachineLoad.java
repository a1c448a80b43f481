package dev.bengal.model;

import org.jspecify.annotations.Nullable;

/**
 * How busy the machine was with other things while the build ran.
 *
 * @param load1m the load average over a minute, at the end
 * @param stealPercent CPU time that the hypervisor gave to others, of all CPU time in between
 * @param pressureCpuPercent time in which something waited for a CPU
 * @param contended whether one of these was high enough to doubt the times
 */
public record MachineLoad(
        @Nullable Double load1m,
        @Nullable Double stealPercent,
        @Nullable Double pressureCpuPercent,
        @Nullable Boolean contended) {
    /** Nothing was measured. */
    public static final MachineLoad UNKNOWN = new MachineLoad(null, null, null, null);
}
