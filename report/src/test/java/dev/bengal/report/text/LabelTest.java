package dev.bengal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.Unit;
import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void phase_isNamedWithWhatIsMeasured() {
        Metric metric = PhaseMetric.DURATION.metric("rendering");

        assertThat(Label.metric(metric)).isEqualTo("rendering time");
        assertThat(Label.title(metric)).isEqualTo("Rendering time");
    }

    @Test
    void measurement_isNamedByItsKeyWhichMayBeCopied() {
        Metric metric =
                new Metric("test.ThingTest.fast.allocated_mb", Unit.MEBIBYTES, Direction.LOWER, NoiseClass.STEADY);

        assertThat(Label.title(metric)).isEqualTo("test.ThingTest.fast.allocated_mb");
    }

    @Test
    void phase_ofAModuleOfMavenIsNamedByItsKey() {
        Metric metric = PhaseMetric.DURATION.metric("module.core.mojo.surefire:test");

        assertThat(Label.metric(metric)).isEqualTo("module.core.mojo.surefire:test.duration_ms");
        assertThat(Label.title(metric)).isEqualTo("module.core.mojo.surefire:test.duration_ms");
    }
}
