package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PeakTrackerTest {
    private final ManualMachine machine = new ManualMachine();
    private final PeakTracker peaks = new PeakTracker(machine);

    @Test
    void window_hasThePeakOfItsOwnTimeOnly() {
        PeakTracker.Window first = peaks.open();
        machine.residentMebibytes(200);
        machine.residentMebibytes(70);
        peaks.close(first);
        PeakTracker.Window second = peaks.open();
        machine.residentMebibytes(100);
        machine.residentMebibytes(80);
        peaks.close(second);

        assertThat(first.peakBytes()).hasValue(200 * ManualMachine.MEBIBYTE);
        assertThat(second.peakBytes()).hasValue(100 * ManualMachine.MEBIBYTE);
    }

    @Test
    void outerWindow_hasThePeakOfTheInnerOne() {
        PeakTracker.Window outer = peaks.open();
        machine.residentMebibytes(60);
        PeakTracker.Window inner = peaks.open();
        machine.residentMebibytes(300);
        machine.residentMebibytes(60);
        peaks.close(inner);
        machine.residentMebibytes(90);
        peaks.close(outer);

        assertThat(inner.peakBytes()).hasValue(300 * ManualMachine.MEBIBYTE);
        assertThat(outer.peakBytes()).hasValue(300 * ManualMachine.MEBIBYTE);
        assertThat(outer.growthBytes()).hasValue(250 * ManualMachine.MEBIBYTE);
    }

    @Test
    void overlappingWindows_eachHaveWhatHappenedInThem() {
        PeakTracker.Window early = peaks.open();
        machine.residentMebibytes(400);
        machine.residentMebibytes(60);
        PeakTracker.Window late = peaks.open();
        machine.residentMebibytes(120);
        machine.residentMebibytes(60);
        peaks.close(early);
        machine.residentMebibytes(150);
        peaks.close(late);

        assertThat(early.peakBytes()).hasValue(400 * ManualMachine.MEBIBYTE);
        assertThat(late.peakBytes()).hasValue(150 * ManualMachine.MEBIBYTE);
    }

    @Test
    void withoutAReset_peaksAreWhatWasSeen() {
        machine.refuseReset();
        PeakTracker.Window window = peaks.open();
        machine.residentMebibytes(500);
        machine.residentMebibytes(90);
        peaks.sample();
        machine.residentMebibytes(70);
        peaks.close(window);

        assertThat(peaks.isExact()).isFalse();
        assertThat(window.peakBytes()).hasValue(90 * ManualMachine.MEBIBYTE);
        assertThat(window.deltaBytes()).hasValue(20 * ManualMachine.MEBIBYTE);
    }

    @Test
    void withoutAReset_aThreadLooksInBetween() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(5);
        machine.refuseReset();
        PeakTracker sampled = new PeakTracker(() -> {
            looks.countDown();
            return machine.take();
        });
        PeakTracker.Window window = sampled.open();
        machine.residentMebibytes(500);
        PeakSampler sampler = Objects.requireNonNull(PeakSampler.startWhereNeeded(sampled));
        looks.await();
        machine.residentMebibytes(70);
        sampler.stop();
        sampled.close(window);

        assertThat(window.peakBytes()).hasValue(500 * ManualMachine.MEBIBYTE);
    }

    @Test
    void withAReset_nobodyHasToLook() {
        peaks.open();

        assertThat(PeakSampler.startWhereNeeded(peaks)).isNull();
    }

    @Test
    void withoutAnyReading_nothingIsClaimed() {
        PeakTracker blind = new PeakTracker(MemoryProbe.NONE);
        PeakTracker.Window window = blind.open();
        blind.close(window);

        assertThat(window.peakBytes()).isEmpty();
        assertThat(window.growthBytes()).isEmpty();
        assertThat(window.deltaBytes()).isEmpty();
    }
}
