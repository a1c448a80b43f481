package dev.bengal.collector;

import dev.bengal.model.Estimate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one stage took so far, in nanoseconds and bytes. Guarded by its owner.
 *
 * <p>To read a thread's CPU time is a call of the system, and a page would have five of them. So it is read of the first
 * {@value #ALL_OF} items, and then of every {@value #EACH}th, and the stage's CPU time is what was read, times the duration of all items, divided by the duration of those.
 */
final class StageTally {
    private static final int ALL_OF = 256;
    private static final int EACH = 7;

    static final Estimate ESTIMATE =
            new Estimate("phases.cpu_ms", "of stages with many items, read of every " + EACH + "th");

    private final String name;
    private long items;
    private long firstNanos = Long.MAX_VALUE;
    private long nanos;
    /** The part of {@link #nanos} of which the CPU time was read. */
    private long readNanos;

    private OptionalLong cpuNanos = OptionalLong.of(0);
    private OptionalLong bytes = OptionalLong.of(0);

    StageTally(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Whether the CPU time is to be read of the item that begins next. */
    boolean readsCpuNext() {
        return items < ALL_OF || items % EACH == 0;
    }

    void begin(long nowNanos) {
        items++;
        firstNanos = Math.min(firstNanos, nowNanos);
    }

    void add(long moreNanos, OptionalLong moreBytes) {
        nanos += moreNanos;
        bytes = sum(bytes, moreBytes);
    }

    /** The CPU time of an item that took so long. */
    void addCpu(long itemNanos, OptionalLong moreCpuNanos) {
        readNanos += itemNanos;
        cpuNanos = sum(cpuNanos, moreCpuNanos);
    }

    void add(StageTally other) {
        items += other.items;
        firstNanos = Math.min(firstNanos, other.firstNanos);
        add(other.nanos, other.bytes);
        addCpu(other.readNanos, other.cpuNanos);
    }

    /** What could not be read once is not known of the whole. */
    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(one.getAsLong() + other.getAsLong());
    }

    long items() {
        return items;
    }

    long firstNanos() {
        return firstNanos;
    }

    long nanos() {
        return nanos;
    }

    @Nullable
    Double cpuMillis() {
        if (cpuNanos.isEmpty()) {
            return null;
        }
        double read = cpuNanos.getAsLong() / 1e6;
        return isCpuEstimated() ? read * nanos / readNanos : read;
    }

    boolean isCpuEstimated() {
        return cpuNanos.isPresent() && readNanos > 0 && readNanos < nanos;
    }

    @Nullable
    Double allocatedMebibytes() {
        return Usage.mebibytes(bytes);
    }
}
