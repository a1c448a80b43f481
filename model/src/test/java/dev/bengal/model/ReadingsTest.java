package dev.bengal.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.sample.SampleBuild;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    @Test
    void readings_holdTotalsPhasesAndMeasurementsByName() {
        BuildMetrics build = SampleBuild.complete();

        assertThat(build.reading("total_duration_ms")).contains(new Reading(TotalMetric.DURATION.metric(), 1930.25));
        assertThat(build.reading("asset_count")).contains(new Reading(TotalMetric.ASSETS.metric(), 77));
        assertThat(build.reading("phase.templates.allocated_mb").orElseThrow().value())
                .isEqualTo(900.5);
        assertThat(build.reading("phase.templates.memory_delta_mb")
                        .orElseThrow()
                        .value())
                .isEqualTo(-3.5);
        assertThat(build.reading("parse").orElseThrow().metric().direction()).isEqualTo(Direction.HIGHER);
        assertThat(build.readings()).hasSize(16 + 12 + 9 + 2);
    }

    @Test
    void meant_isAPhasesMetricWithoutItsBeginning() {
        BuildMetrics build = SampleBuild.complete();

        assertThat(build.meant("templates.allocated_mb"))
                .isPresent()
                .isEqualTo(build.reading("phase.templates.allocated_mb"));
        assertThat(build.meant("phase.templates.allocated_mb"))
                .isEqualTo(build.reading("phase.templates.allocated_mb"));
        assertThat(build.meant("total_duration_ms")).isEqualTo(build.reading("total_duration_ms"));
        assertThat(build.meant("parse")).isEqualTo(build.reading("parse"));
        assertThat(build.meant("templates.size")).isEmpty();
        assertThat(build.meant("nothing.allocated_mb")).isEmpty();
        assertThat(PhaseMetric.completed("module.core.mojo.surefire:test.duration_ms"))
                .contains("phase.module.core.mojo.surefire:test.duration_ms");
        assertThat(PhaseMetric.completed("duration_ms")).isEmpty();
    }

    @Test
    void reading_findsEachOfTheReadingsByItsName() {
        BuildMetrics build = SampleBuild.complete();

        for (Reading reading : build.readings()) {
            assertThat(build.reading(reading.metric().name())).contains(reading);
        }
        assertThat(build.reading("phase.rendering")).isEmpty();
        assertThat(build.reading("phase..duration_ms")).isEmpty();
        assertThat(build.reading("phase.duration_ms")).isEmpty();
        assertThat(build.reading("")).isEmpty();
    }

    @Test
    void readings_leaveOutWhatWasNotMeasured() {
        BuildMetrics build =
                SampleBuild.id("a").millis(12).phase("parse", null, 7).build();

        assertThat(build.readings())
                .containsExactly(
                        new Reading(TotalMetric.DURATION.metric(), 12),
                        new Reading(PhaseMetric.DURATION.metric("parse"), 7));
        assertThat(build.reading("cpu_ms")).isEmpty();
    }

    @Test
    void readings_addPhasesOfOneNameAndTakeTheHighestPeak() {
        List<PhaseMetrics> phases = List.of(phase(3, 5.0, 40.0), phase(4, 6.0, 30.0));

        assertThat(PhaseMetric.DURATION.of(phases)).hasValue(7);
        assertThat(PhaseMetric.CPU.of(phases)).hasValue(11);
        assertThat(PhaseMetric.MEMORY_PEAK.of(phases)).hasValue(40);
    }

    @Test
    void readings_giveNoSumWhereAPhaseOfTheNameWasNotMeasured() {
        assertThat(PhaseMetric.CPU.of(List.of(phase(3, 5.0, 40.0), phase(4, null, 30.0))))
                .isEmpty();
        assertThat(PhaseMetric.CPU.of(List.of())).isEmpty();
    }

    @Test
    void readings_doNotLetAMeasurementTakeTheNameOfATotal() {
        BuildMetrics bare = SampleBuild.id("a").millis(12).build();
        Measurement impostor = new Measurement(TotalMetric.DURATION.metric(), 1, List.of(), null, true);
        BuildMetrics build = new BuildMetrics(
                bare.identity(),
                bare.stats(),
                null,
                null,
                bare.totals(),
                List.of(),
                List.of(),
                List.of(impostor),
                bare.environment());

        assertThat(build.reading("total_duration_ms").orElseThrow().value()).isEqualTo(12);
    }

    private static PhaseMetrics phase(double millis, @Nullable Double cpu, @Nullable Double peak) {
        return new PhaseMetrics(
                "pages",
                null,
                "main",
                0.0,
                millis,
                cpu,
                new PhaseMemory(null, peak, null, null, null),
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                null,
                Outcome.SUCCESS);
    }
}
