package dev.bengal.junit;

import dev.bengal.collector.HeapProbe.HeapMark;
import dev.bengal.collector.Instruments;
import dev.bengal.collector.MemoryProbe.Residence;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/** Measures one stretch of work on the thread that does it. */
final class Gauge {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024.0;
    private static final int COLLECTIONS = 5;
    private static final long SETTLED_BYTES = 64 * 1024;

    private final Instruments instruments;
    private final SharedPeak peaks;
    private final boolean parallel;
    private final boolean collecting;

    /**
     * A gauge with these instruments.
     *
     * @param parallel whether other tests may run meanwhile, so that what all threads do says nothing about this one
     * @param collecting whether to collect garbage before and after, and to see what is left
     */
    Gauge(Instruments instruments, SharedPeak peaks, boolean parallel, boolean collecting) {
        this.instruments = instruments;
        this.peaks = peaks;
        this.parallel = parallel;
        this.collecting = collecting;
    }

    /** The work begins as soon as this returns. */
    Begun begin() {
        return new Begun();
    }

    /** What is in use once garbage is collected; empty where the JVM does not collect on request. */
    private OptionalLong liveBytes() {
        if (parallel || !collecting) {
            return OptionalLong.empty();
        }
        HeapMark before = instruments.heap().mark();
        long live = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            HeapMark now = instruments.heap().mark();
            if (now.collections().equals(before.collections())) {
                return OptionalLong.empty();
            }
            // What was only softly or finally reachable goes with a later collection.
            if (live - now.usedBytes() < SETTLED_BYTES) {
                return OptionalLong.of(Math.min(live, now.usedBytes()));
            }
            live = now.usedBytes();
        }
        return OptionalLong.of(live);
    }

    /** The readings at the start. The clock is read last, so that the probes' own cost lies outside. */
    final class Begun {
        private final OptionalLong live = liveBytes();
        private final SharedPeak.View peak = peaks.open();
        private final OptionalLong processBytes = processBytes();
        private final OptionalLong cpu = instruments.cpu().threadNanos();
        private final OptionalLong threadBytes = instruments.allocation().threadBytes();
        private final long start = instruments.ticker().nanos();

        /** The work is done; call it on the same thread. */
        Reading end() {
            long end = instruments.ticker().nanos();
            OptionalLong threadBytesNow = instruments.allocation().threadBytes();
            OptionalLong cpuNow = instruments.cpu().threadNanos();
            OptionalLong processBytesNow = processBytes();
            Map<TestMetric, Double> values = new EnumMap<>(TestMetric.class);
            values.put(TestMetric.DURATION, (end - start) / NANOS_PER_MILLI);
            put(values, TestMetric.CPU, cpu, cpuNow, NANOS_PER_MILLI);
            put(values, TestMetric.ALLOCATED, threadBytes, threadBytesNow, BYTES_PER_MEBIBYTE);
            put(values, TestMetric.PROCESS_ALLOCATED, processBytes, processBytesNow, BYTES_PER_MEBIBYTE);
            put(values, TestMetric.RSS_PEAK, OptionalLong.of(0), peakBytes(), BYTES_PER_MEBIBYTE);
            OptionalLong liveNow = liveBytes();
            put(values, TestMetric.LIVE_HEAP, OptionalLong.of(0), liveNow, BYTES_PER_MEBIBYTE);
            put(values, TestMetric.RETAINED, live, liveNow, BYTES_PER_MEBIBYTE);
            return new Reading(values);
        }

        /** Of all threads, where that is this work's alone; a sum over live threads falls where one ends, and is nothing to judge by. */
        private OptionalLong processBytes() {
            return parallel || !instruments.allocation().isExact()
                    ? OptionalLong.empty()
                    : instruments.allocation().processBytes();
        }

        /** The work failed: nothing is read, and the peak not watched any longer. */
        void abandon() {
            peak.close();
        }

        private OptionalLong peakBytes() {
            OptionalLong highest = peak.take().map(Residence::peakBytes).orElse(OptionalLong.empty());
            peak.close();
            return highest;
        }

        private static void put(
                Map<TestMetric, Double> values, TestMetric metric, OptionalLong from, OptionalLong to, double divisor) {
            if (from.isPresent() && to.isPresent()) {
                values.put(metric, (to.getAsLong() - from.getAsLong()) / divisor);
            }
        }
    }
}
