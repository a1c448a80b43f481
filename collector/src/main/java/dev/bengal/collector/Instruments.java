package dev.bengal.collector;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** The probes and clocks that measure one build together. */
public record Instruments(
        Ticker ticker,
        Clock clock,
        MemoryProbe memory,
        AllocationProbe allocation,
        CpuProbe cpu,
        IoProbe io,
        HeapProbe heap) {
    private static final Path SELF = Path.of("/proc/self");

    public Instruments {
        Objects.requireNonNull(ticker, "ticker");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(allocation, "allocation");
        Objects.requireNonNull(cpu, "cpu");
        Objects.requireNonNull(io, "io");
        Objects.requireNonNull(heap, "heap");
    }

    /**
     * All that this JVM can read on this system. The first call in a JVM costs some 70 ms of CPU, since it loads the
     * management beans: call it early, on another thread.
     */
    public static Instruments ofThisJvm() {
        JvmThreads threads = JvmThreads.ofThisJvm();
        Optional<HeapProbe> log = CollectionLog.ofThisJvm();
        return new Instruments(
                Ticker.SYSTEM,
                Clock.systemUTC(),
                ProcMemoryProbe.open(SELF),
                threads,
                new JvmCpuProbe(threads, ProcStat.ofThisProcess()),
                ProcIoProbe.open(SELF),
                log.isPresent() ? log.get() : JvmHeapProbe.ofThisJvm());
    }

    /** Only the clocks: for a build that is not to be recorded. */
    public static Instruments timingOnly() {
        return new Instruments(
                Ticker.SYSTEM,
                Clock.systemUTC(),
                MemoryProbe.NONE,
                AllocationProbe.NONE,
                CpuProbe.NONE,
                IoProbe.NONE,
                HeapProbe.NONE);
    }
}
