package dev.bengal.benchmarks;

import dev.bengal.model.TimeTotals;
import org.jspecify.annotations.Nullable;

/**
 * What one process took, from its start to its end.
 *
 * @param cpuMillis user and system time, with those of the children that it waited for; in steps of 10 ms
 * @param peakMebibytes the largest resident set of it or of any one child
 * @param build what its record says of the build inside; null where it was not recorded
 * @param apartMillis wall time of the phase whose time is told apart; null where none is
 */
public record ProcessCost(
        double wallMillis,
        @Nullable Double cpuMillis,
        @Nullable Double peakMebibytes,
        @Nullable TimeTotals build,
        @Nullable Double apartMillis) {
    /** What is known from outside. */
    static ProcessCost of(double wallMillis, @Nullable Double cpuMillis, @Nullable Double peakMebibytes) {
        return new ProcessCost(wallMillis, cpuMillis, peakMebibytes, null, null);
    }

    /** Wall time of the build inside. */
    @Nullable
    Double buildWallMillis() {
        return build == null ? null : build.wallMillis();
    }

    /** CPU time of the build inside. */
    @Nullable
    Double buildCpuMillis() {
        return build == null ? null : build.cpuMillis();
    }

    /** How much of the wall time of the build inside belongs to none of its phases, in percent. */
    @Nullable
    Double unattributedPercent() {
        Double wall = buildWallMillis();
        Double unattributed = build == null ? null : build.unattributedMillis();
        return wall == null || unattributed == null ? null : Double.valueOf(100 * unattributed / wall);
    }

    /** The same with what the record says, whose peak counts where it is higher. */
    ProcessCost recordedAs(TimeTotals inside, @Nullable Double mebibytes) {
        Double known = peakMebibytes;
        return new ProcessCost(
                wallMillis,
                cpuMillis,
                known == null || mebibytes == null ? null : Double.valueOf(Math.max(known, mebibytes)),
                inside,
                apartMillis);
    }

    /** Wall time of the process less that of the phase whose time is told apart. */
    @Nullable
    Double besideMillis() {
        return apartMillis == null ? null : Double.valueOf(wallMillis - apartMillis);
    }

    /** The same with the time of a phase apart. */
    ProcessCost apart(double phaseMillis) {
        return new ProcessCost(wallMillis, cpuMillis, peakMebibytes, build, phaseMillis);
    }
}
