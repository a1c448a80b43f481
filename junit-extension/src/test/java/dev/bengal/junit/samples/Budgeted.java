package dev.bengal.junit.samples;

import dev.bengal.junit.PerformanceBudget;
import dev.bengal.junit.TrackPerformance;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Tests within their budgets and over them. */
@PerformanceBudget(allocatedMb = 4)
public class Budgeted {
    /** Small pieces: of a large one, the collector counts all the regions that it touches. */
    private static byte[][] kept = {};

    @Test
    void within() {
        Blocks.allocate(3);
    }

    @Test
    void over() {
        Blocks.allocate(5);
    }

    @Test
    @PerformanceBudget(allocatedMb = 100)
    void ownBudget() {
        Blocks.allocate(5);
    }

    @Test
    @PerformanceBudget(processAllocatedMb = 7)
    void onAnotherThread() {
        CompletableFuture.runAsync(() -> Blocks.allocate(8)).join();
    }

    @Test
    @PerformanceBudget(millis = 0, rssMb = 1)
    void twice() {}

    @Test
    @PerformanceBudget(retainedMb = 4)
    void keeps() {
        kept = new byte[128][64 * 1024];
    }

    @Test
    @PerformanceBudget(retainedMb = 1, liveHeapMb = 2000)
    void letsGo() {
        kept = new byte[0][];
        Blocks.allocate(8);
    }

    @Test
    @TrackPerformance(runs = 3)
    void overByMedian() {
        Blocks.allocate(6);
    }

    @Test
    void failsByItself() {
        Blocks.allocate(5);
        Assertions.fail("not because of its budget" + kept.length);
    }

    @Test
    @PerformanceBudget(millis = -1)
    void nonsense() {}
}
