package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.bengal.collector.Instruments;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.junit.samples.Mixed;
import dev.bengal.junit.samples.Ordinary;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ClassPhasesTest {
    private final TestPlan plan = LauncherFactory.create()
            .discover(LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(Mixed.class), selectClass(Ordinary.class))
                    .configurationParameter("bengal.junit.enabled", "false")
                    .build());

    @Test
    void classThatAWaitingThreadRunsMeanwhile_isNotNested() {
        try (PerformanceCollector collector = PerformanceCollector.timingOnly(
                new TrackedBuild("shop", new Scenario("junit"), Path.of("."), List.of(), "junit"))) {
            collector.startBuild();
            ClassPhases phases = new ClassPhases(collector, Optional.of(new OwnWork(Instruments.timingOnly())));
            String inner = Mixed.class.getName() + "$Inner";
            phases.started(container(Mixed.class.getName()), plan);
            phases.started(container(inner), plan);
            phases.started(container(Ordinary.class.getName()), plan);
            phases.finished(container(Ordinary.class.getName()), Status.SUCCESSFUL);
            phases.finished(container(inner), Status.FAILED);
            phases.finished(container(Mixed.class.getName()), Status.SUCCESSFUL);
            List<PhaseMetrics> measured =
                    collector.endBuild(BuildStats.of(Outcome.SUCCESS)).phases();

            assertThat(phases.withOwnWork(measured))
                    .extracting(PhaseMetrics::name, PhaseMetrics::parent, PhaseMetrics::outcome)
                    .containsExactly(
                            tuple(Mixed.class.getName(), null, Outcome.SUCCESS),
                            tuple(inner, Mixed.class.getName(), Outcome.FAILED),
                            tuple(Ordinary.class.getName(), null, Outcome.SUCCESS));
        }
    }

    private TestIdentifier container(String className) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(test -> test.getSource()
                        .filter(source -> source instanceof ClassSource found
                                && found.getClassName().equals(className))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }
}
