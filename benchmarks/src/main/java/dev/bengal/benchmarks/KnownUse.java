package dev.bengal.benchmarks;

import dev.bengal.collector.Instruments;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.collector.Surroundings;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import dev.bengal.model.Scenario;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * A process whose use is known: it allocates a given volume on the heap, on two threads that then end, and for a moment
 * touches a given volume beside the heap. It prints what the collector read.
 */
final class KnownUse {
    private static final int MEBIBYTE = 1024 * 1024;

    private KnownUse() {}

    /** Takes the two volumes in MiB, and {@code measured} or {@code plain}. */
    public static void main(String[] arguments) throws InterruptedException {
        int heapMebibytes = Integer.parseInt(arguments[0]);
        int touchedMebibytes = Integer.parseInt(arguments[1]);
        TrackedBuild build =
                new TrackedBuild("known-use", new Scenario("accuracy"), Path.of("."), List.of(), "benchmark");
        try (PerformanceCollector collector = arguments[2].equals("measured")
                ? new PerformanceCollector(build, Instruments.ofThisJvm(), Surroundings.unknown(), warning -> {})
                : PerformanceCollector.timingOnly(build)) {
            collector.startBuild();
            try (Phase phase = collector.phase("allocate")) {
                allocate(heapMebibytes);
            }
            try (Phase phase = collector.phase("touch")) {
                phase.recordItems(touch(touchedMebibytes));
            }
            BuildMetrics metrics = collector.endBuild(BuildStats.of(Outcome.SUCCESS));
            System.out.println(metrics.totals().memory().allocatedMebibytes() + " "
                    + metrics.totals().memory().rssPeakMebibytes());
        }
    }

    private static void allocate(int mebibytes) throws InterruptedException {
        Thread[] threads = new Thread[2];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> allocateHere(mebibytes / threads.length));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static long allocateHere(int mebibytes) {
        long length = 0;
        for (int i = 0; i < mebibytes; i++) {
            byte[] block = new byte[MEBIBYTE - 16];
            length += block.length;
        }
        return length;
    }

    /** Direct memory is filled with zeros, and so is resident; nothing gives it back before the process ends. */
    private static long touch(int mebibytes) {
        return ByteBuffer.allocateDirect(mebibytes * MEBIBYTE).capacity();
    }
}
