package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifecyclePhasesTest {
    private static PhaseMetrics phase(
            String name,
            @Nullable String parent,
            double start,
            double duration,
            @Nullable Double cpu,
            Outcome outcome) {
        return new PhaseMetrics(
                name,
                parent,
                "main",
                start,
                duration,
                cpu,
                new PhaseMemory(null, null, null, null, 2.0),
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                null,
                outcome);
    }

    @Test
    void goals_standBelowTheirPhaseOfTheLifecycle() {
        List<PhaseMetrics> all = new LifecyclePhases(Map.of(
                        "module.a.mojo.jar:jar", "module.a.phase.package",
                        "module.a.mojo.shade:shade", "module.a.phase.package",
                        "module.a.mojo.compiler:compile", "module.a.phase.compile"))
                .between(List.of(
                        phase("module.a", null, 0, 100, 50.0, Outcome.FAILED),
                        phase("module.a.mojo.compiler:compile", "module.a", 5, 20, null, Outcome.SUCCESS),
                        phase("module.a.mojo.jar:jar", "module.a", 30, 10, 4.0, Outcome.SUCCESS),
                        phase("module.a.mojo.shade:shade", "module.a", 45, 30, 5.0, Outcome.FAILED),
                        phase("module.a.mojo.help:help", "module.a", 80, 1, 1.0, Outcome.SUCCESS)));

        assertThat(all)
                .extracting(PhaseMetrics::name)
                .containsExactly(
                        "module.a",
                        "module.a.phase.compile",
                        "module.a.mojo.compiler:compile",
                        "module.a.phase.package",
                        "module.a.mojo.jar:jar",
                        "module.a.mojo.shade:shade",
                        "module.a.mojo.help:help");
        PhaseMetrics together = all.get(3);
        assertThat(together.parent()).isEqualTo("module.a");
        assertThat(together.startMillis()).isEqualTo(30);
        assertThat(together.durationMillis()).isEqualTo(45);
        assertThat(together.cpuMillis()).isEqualTo(9);
        assertThat(together.memory().allocatedMebibytes()).isEqualTo(4);
        assertThat(together.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(all.get(1).cpuMillis())
                .as("where one is not known, the sum is not")
                .isNull();
        assertThat(all.get(5).parent()).isEqualTo("module.a.phase.package");
        assertThat(all.get(6).parent()).isEqualTo("module.a");
    }

    @Test
    void forkedGoals_stayBelowTheGoalThatForked() {
        List<PhaseMetrics> all = new LifecyclePhases(Map.of("module.a.mojo.compiler:compile", "module.a.phase.compile"))
                .between(List.of(phase(
                        "module.a.mojo.compiler:compile",
                        "module.a.mojo.javadoc:javadoc",
                        0,
                        1,
                        1.0,
                        Outcome.SUCCESS)));

        assertThat(all)
                .singleElement()
                .satisfies(goal -> assertThat(goal.parent()).isEqualTo("module.a.mojo.javadoc:javadoc"));
    }
}
