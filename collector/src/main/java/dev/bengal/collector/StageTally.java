package dev.bengal.collector;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What one stage took so far, in nanoseconds and bytes. Guarded by its owner. */
final class StageTally {
    private final String name;
    private long items;
    private long firstNanos = Long.MAX_VALUE;
    private long nanos;
    private OptionalLong cpuNanos = OptionalLong.of(0);
    private OptionalLong bytes = OptionalLong.of(0);

    StageTally(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void begin(long nowNanos) {
        items++;
        firstNanos = Math.min(firstNanos, nowNanos);
    }

    void add(long moreNanos, OptionalLong moreCpuNanos, OptionalLong moreBytes) {
        nanos += moreNanos;
        cpuNanos = sum(cpuNanos, moreCpuNanos);
        bytes = sum(bytes, moreBytes);
    }

    void add(StageTally other) {
        items += other.items;
        firstNanos = Math.min(firstNanos, other.firstNanos);
        add(other.nanos, other.cpuNanos, other.bytes);
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
        return cpuNanos.isEmpty() ? null : cpuNanos.getAsLong() / 1e6;
    }

    @Nullable
    Double allocatedMebibytes() {
        return Usage.mebibytes(bytes);
    }
}
