package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.collector.AllocationProbe;
import dev.bengal.collector.Instruments;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GaugeTest {
    @Test
    void whatEndedThreadsAllocated_isNotGuessed() {
        assertThat(gauge(true).begin().end().value(TestMetric.PROCESS_ALLOCATED))
                .hasValue(0);
        Reading guessed = gauge(false).begin().end();

        assertThat(guessed.value(TestMetric.PROCESS_ALLOCATED)).isEmpty();
        assertThat(guessed.value(TestMetric.ALLOCATED)).hasValue(0);
    }

    private static Gauge gauge(boolean exact) {
        Instruments own = Instruments.ofThisJvm();
        AllocationProbe allocation = new AllocationProbe() {
            @Override
            public OptionalLong processBytes() {
                return OptionalLong.of(5);
            }

            @Override
            public OptionalLong threadBytes() {
                return OptionalLong.of(3);
            }

            @Override
            public boolean isExact() {
                return exact;
            }
        };
        Instruments instruments =
                new Instruments(own.ticker(), own.clock(), own.memory(), allocation, own.cpu(), own.io(), own.heap());
        return new Gauge(instruments, new SharedPeak(own.memory()), false, false);
    }
}
