package dev.bengal.junit.samples;

import dev.bengal.junit.TrackPerformance;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

/** Tests of which it is known how much they leave behind and how long they compute. */
public class Weighed {
    private static final long FIFTY_MILLIS = 50_000_000;

    /** Small pieces: of a large one, the collector counts all the regions that it touches. */
    private static byte[][] kept = {};

    @Test
    @TrackPerformance(liveHeap = true)
    void keepsEight() {
        kept = new byte[128][64 * 1024];
    }

    @Test
    @TrackPerformance(liveHeap = true)
    void letsGo() {
        kept = new byte[kept.length / 1000][];
        Blocks.allocate(8);
    }

    @Test
    @TrackPerformance
    void computes() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + FIFTY_MILLIS;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }
}
