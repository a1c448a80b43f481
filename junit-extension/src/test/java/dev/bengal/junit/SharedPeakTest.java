package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.collector.MemoryProbe;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SharedPeakTest {
    private final ManualResidence memory = new ManualResidence();
    private final SharedPeak shared = new SharedPeak(memory);

    @Test
    void peak_isSeenByAllWhoLookedAwayMeanwhile() {
        SharedPeak.View run = shared.open();
        SharedPeak.View test = shared.open();
        memory.rise(500);
        assertThat(peak(test)).isEqualTo(500);
        memory.rise(300);
        assertThat(peak(test)).isEqualTo(300);
        assertThat(peak(run)).isEqualTo(500);
        assertThat(peak(run)).isEqualTo(100);
    }

    @Test
    void peakBeforeAViewWasOpened_isNotItsOwn() {
        memory.rise(500);
        SharedPeak.View test = shared.open();
        memory.rise(200);

        assertThat(peak(test)).isEqualTo(200);
    }

    @Test
    void systemThatDoesNotTellThePeak_leavesItOpen() {
        memory.tellsPeak = false;
        SharedPeak.View test = shared.open();
        memory.rise(500);

        assertThat(test.take().orElseThrow().peakBytes()).isEmpty();
    }

    private static long peak(MemoryProbe view) {
        return view.take().orElseThrow().peakBytes().orElseThrow();
    }

    /** A process of 100 bytes that sometimes needs more for a moment. */
    private static final class ManualResidence implements MemoryProbe {
        private boolean tellsPeak = true;
        private long peak = 100;

        void rise(long bytes) {
            peak = Math.max(peak, bytes);
        }

        @Override
        public Optional<Residence> take() {
            long highest = peak;
            peak = 100;
            return Optional.of(new Residence(100, tellsPeak ? OptionalLong.of(highest) : OptionalLong.empty()));
        }
    }
}
