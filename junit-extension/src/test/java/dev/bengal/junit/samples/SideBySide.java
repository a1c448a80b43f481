package dev.bengal.junit.samples;

import dev.bengal.junit.PerformanceBudget;
import dev.bengal.junit.TrackPerformance;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two tests, in two classes, that only pass when they run at the same time. */
public final class SideBySide {
    private static final CyclicBarrier MEETING = new CyclicBarrier(2);

    private SideBySide() {}

    private static void meet() throws Exception {
        MEETING.await(30, TimeUnit.SECONDS);
    }

    /** One side. */
    public static class Left {
        @BeforeAll
        static void prepare() {
            Blocks.allocate(5);
        }

        @Test
        @TrackPerformance
        void works() throws Exception {
            meet();
            Blocks.allocate(10);
            meet();
        }

        /** Runs beside them. */
        @Nested
        class Inner {
            @Test
            void works() {
                Blocks.allocate(3);
            }
        }
    }

    /** The other side. */
    public static class Right {
        @Test
        @PerformanceBudget(allocatedMb = 30, retainedMb = 1)
        void works() throws Exception {
            meet();
            Blocks.allocate(20);
            meet();
        }
    }
}
