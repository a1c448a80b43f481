package dev.bengal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void phase_isNamedWithWhatIsMeasured() {
        Metric metric = PhaseMetric.DURATION.metric("rendering");

        assertThat(Label.metric(metric)).isEqualTo("rendering time");
        assertThat(Label.title(metric)).isEqualTo("Rendering time");
    }

    @Test
    void phase_ofAModuleOfMavenIsNamedByItsKey() {
        Metric metric = PhaseMetric.DURATION.metric("module.core.mojo.surefire:test");

        assertThat(Label.metric(metric)).isEqualTo("module.core.mojo.surefire:test.duration_ms");
        assertThat(Label.title(metric)).isEqualTo("module.core.mojo.surefire:test.duration_ms");
    }
}
