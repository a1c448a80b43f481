package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.bengal.collector.HeapProbe;
import dev.bengal.collector.Instruments;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PreparationTest {
    @Test
    void rehearsal_goesThroughAndLeavesNothingBehind() {
        Instruments instruments = Instruments.ofThisJvm();
        boolean before = Files.exists(Path.of(".bengal-metrics"));

        assertThatCode(() -> RecordedBuild.rehearse(instruments)).doesNotThrowAnyException();

        assertThat(Files.exists(Path.of(".bengal-metrics"))).isEqualTo(before);
    }

    /** What the rehearsal listened to, the build that follows hears too. */
    @Test
    void instruments_countCollectionsAfterTheRehearsal() {
        Instruments instruments = new Preparation().call();
        instruments.heap().start();
        HeapProbe.HeapMark start = instruments.heap().mark();
        System.gc();
        HeapProbe.HeapMark end = instruments.heap().mark();
        instruments.heap().stop();

        assertThat(instruments.heap().between(start, end).complete()).isTrue();
    }
}
