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

    private final Sum cpuNanos = new Sum();
    private final Sum bytes = new Sum();

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

    /** The time of an item, and what its thread had allocated before and after. */
    void add(long moreNanos, OptionalLong bytesBefore, OptionalLong bytesAfter) {
        nanos += moreNanos;
        bytes.addDifference(bytesBefore, bytesAfter);
    }

    /** The CPU time of an item that took so long. */
    void addCpu(long itemNanos, OptionalLong cpuNanosBefore, OptionalLong cpuNanosAfter) {
        readNanos += itemNanos;
        cpuNanos.addDifference(cpuNanosBefore, cpuNanosAfter);
    }

    void add(StageTally other) {
        items += other.items;
        firstNanos = Math.min(firstNanos, other.firstNanos);
        nanos += other.nanos;
        readNanos += other.readNanos;
        bytes.add(other.bytes);
        cpuNanos.add(other.cpuNanos);
    }

    /** What could not be read once is not known of the whole. A site has many thousand items, so nothing is made for one. */
    private static final class Sum {
        private boolean isKnown = true;
        private long value;

        void addDifference(OptionalLong before, OptionalLong after) {
            isKnown &= before.isPresent() && after.isPresent();
            value += after.orElse(0) - before.orElse(0);
        }

        void add(Sum other) {
            isKnown &= other.isKnown;
            value += other.value;
        }

        OptionalLong value() {
            return isKnown ? OptionalLong.of(value) : OptionalLong.empty();
        }
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
        if (!cpuNanos.isKnown) {
            return null;
        }
        double read = cpuNanos.value / 1e6;
        return isCpuEstimated() ? read * nanos / readNanos : read;
    }

    boolean isCpuEstimated() {
        return cpuNanos.isKnown && readNanos > 0 && readNanos < nanos;
    }

    @Nullable
    Double allocatedMebibytes() {
        return Usage.mebibytes(bytes.value());
    }
}
