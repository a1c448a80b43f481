package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.bengal.collector.HeapProbe;
import dev.bengal.collector.Instruments;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class PreparationTest {
    @Test
    void rehearsal_goesThroughAndLeavesNothingBehind() {
        Instruments instruments = Instruments.ofThisJvm();
        boolean before = Files.exists(Path.of(".bengal-metrics"));

        assertThatCode(() -> RecordedBuild.rehearse(instruments)).doesNotThrowAnyException();

        assertThat(Files.exists(Path.of(".bengal-metrics"))).isEqualTo(before);
    }

    /** A collection that nobody looks for in its moment is not found later. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void build_isWatchedAfterTheRehearsal() {
        HeapProbe heap = new Preparation().call().heap();
        heap.start();
        HeapProbe.HeapMark start = heap.mark();
        System.gc();
        HeapProbe.HeapMark after = new HeapProbe.HeapMark(collectionsSoFar(), 0, 0);
        while (!heap.between(start, after).complete()) {
            Thread.onSpinWait();
        }
        heap.stop();

        assertThat(heap.between(start, after).collections().orElseThrow()).isPositive();
    }

    private static List<Long> collectionsSoFar() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getCollectionCount)
                .toList();
    }
}
