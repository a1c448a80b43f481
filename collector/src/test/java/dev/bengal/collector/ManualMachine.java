package dev.bengal.collector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A process whose every reading a test sets by hand: one CPU, one allocator, one resident set. */
final class ManualMachine implements MemoryProbe, AllocationProbe, CpuProbe, IoProbe, HeapProbe {
    static final long MEBIBYTE = 1024 * 1024;
    static final Instant START = Instant.parse("2026-11-23T18:00:00Z");

    final ManualTicker ticker = new ManualTicker();
    private final ThreadLocal<Long> threadBytes = ThreadLocal.withInitial(() -> 0L);
    private final ThreadLocal<Long> threadNanos = ThreadLocal.withInitial(() -> 0L);
    private int cpuReadings;
    private boolean watched;
    private long processBytes = 500 * MEBIBYTE;
    private long processNanos = Duration.ofSeconds(3).toNanos();
    private long resident = 50 * MEBIBYTE;
    private long highWaterMark = resident;
    private boolean resettable = true;
    private boolean exact = true;
    private boolean complete = true;
    private long readBytes = 7 * MEBIBYTE;
    private final List<Long> collections = new ArrayList<>(List.of(99 * MEBIBYTE));

    Instruments instruments() {
        return new Instruments(ticker, Clock.fixed(START, ZoneOffset.UTC), this, this, this, this, this);
    }

    /** The calling thread works: it uses CPU and allocates, while the clock goes on. */
    synchronized void work(Duration time, long mebibytes) {
        ticker.advance(time);
        processNanos += time.toNanos();
        threadNanos.set(threadNanos.get() + time.toNanos());
        processBytes += mebibytes * MEBIBYTE;
        threadBytes.set(threadBytes.get() + mebibytes * MEBIBYTE);
    }

    synchronized void residentMebibytes(long mebibytes) {
        resident = mebibytes * MEBIBYTE;
        highWaterMark = Math.max(highWaterMark, resident);
    }

    /** The kernel refuses to reset the high-water mark. */
    synchronized void refuseReset() {
        resettable = false;
    }

    @Override
    public synchronized Optional<Residence> take() {
        Residence now = new Residence(resident, resettable ? OptionalLong.of(highWaterMark) : OptionalLong.empty());
        if (resettable) {
            highWaterMark = resident;
        }
        return Optional.of(now);
    }

    @Override
    public synchronized OptionalLong processBytes() {
        return OptionalLong.of(processBytes);
    }

    @Override
    public OptionalLong threadBytes() {
        return OptionalLong.of(threadBytes.get());
    }

    @Override
    public synchronized OptionalLong processNanos() {
        return OptionalLong.of(processNanos);
    }

    @Override
    public synchronized OptionalLong threadNanos() {
        cpuReadings++;
        return OptionalLong.of(threadNanos.get());
    }

    /** How often a thread's CPU time was asked for. */
    synchronized int cpuReadings() {
        return cpuReadings;
    }

    @Override
    public OptionalLong childrenNanos() {
        return OptionalLong.of(0);
    }

    /** The JVM forgets what ended threads allocated. */
    synchronized void forgetEndedThreads() {
        exact = false;
    }

    @Override
    public synchronized boolean isExact() {
        return exact;
    }

    /** Another collection comes before anybody could look at one. */
    synchronized void missCollections() {
        complete = false;
    }

    @Override
    public synchronized Optional<BytesMoved> moved() {
        return Optional.of(new BytesMoved(readBytes, 0));
    }

    @Override
    public synchronized void start() {
        watched = true;
    }

    @Override
    public synchronized void stop() {
        watched = false;
    }

    /** Whether somebody looks at the heap. */
    synchronized boolean isWatched() {
        return watched;
    }

    @Override
    public synchronized HeapMark mark() {
        return new HeapMark(List.of((long) collections.size()), 4L * collections.size(), 0);
    }

    @Override
    public synchronized HeapReading between(HeapMark start, HeapMark end) {
        List<Long> between = collections.subList(
                start.collections().get(0).intValue(), end.collections().get(0).intValue());
        OptionalLong live = between.stream().mapToLong(Long::longValue).max();
        return new HeapReading(
                OptionalLong.of(between.size()),
                OptionalLong.of(end.collectionMillis() - start.collectionMillis()),
                live,
                OptionalLong.of(live.orElse(0) + 10 * MEBIBYTE),
                complete);
    }

    /** A collection of 4 ms runs and leaves this much alive. */
    synchronized void collect(long liveMebibytes) {
        collections.add(liveMebibytes * MEBIBYTE);
    }

    synchronized void readFromStorage(long mebibytes) {
        readBytes += mebibytes * MEBIBYTE;
    }
}
