package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ModulePhasesTest {
    private final PerformanceCollector collector = PerformanceCollector.timingOnly(
            new TrackedBuild("shop", new Scenario("mvn verify"), Path.of(""), List.of(), "maven"));
    private final ModulePhases phases = new ModulePhases(collector, new ModuleNames());
    private final MavenProject module = new MavenProject();

    ModulePhasesTest() {
        module.setArtifactId("core");
    }

    /** Maven tells of a fork before it tells of the goal that forks, and where the fork fails, of that goal not at all. */
    @Test
    void forkedGoals_standBelowTheGoalThatForked() {
        MojoExecution compile = SpiedBuild.goal("compiler", "compile");
        MojoExecution analyze = SpiedBuild.goal("dependency", "analyze");
        MojoExecution again = SpiedBuild.goal("compiler", "compile");
        MojoExecution broken = SpiedBuild.goal("javadoc", "aggregate");

        collector.startBuild();
        phases.moduleStarted(module);
        phases.mojoStarted(module, compile);
        phases.mojoEnded(compile, Outcome.SUCCESS, null);
        phases.mojoStarted(module, analyze);
        phases.mojoStarted(module, again);
        phases.mojoEnded(again, Outcome.SUCCESS, null);
        phases.mojoStarted(module, analyze);
        phases.mojoEnded(analyze, Outcome.SUCCESS, null);
        phases.mojoStarted(module, broken);
        phases.mojoEnded(broken, Outcome.FAILED, null);
        phases.moduleEnded(module, Outcome.FAILED);

        assertThat(collector.endBuild(BuildStats.of(Outcome.FAILED)).phases())
                .extracting(PhaseMetrics::name, PhaseMetrics::parent, PhaseMetrics::outcome)
                .containsExactly(
                        tuple("module.core", null, Outcome.FAILED),
                        tuple("module.core.mojo.compiler:compile", "module.core", Outcome.SUCCESS),
                        tuple("module.core.mojo.dependency:analyze", "module.core", Outcome.SUCCESS),
                        tuple(
                                "module.core.mojo.compiler:compile",
                                "module.core.mojo.dependency:analyze",
                                Outcome.SUCCESS),
                        tuple("module.core.mojo.javadoc:aggregate", "module.core", Outcome.FAILED));
    }

    /** Maven looks for the dependencies of a goal between its fork and its start, and tells no end of it where they are missing. */
    @Test
    void goalThatNeverStarted_endsWithItsModule() {
        MojoExecution javadoc = SpiedBuild.goal("javadoc", "aggregate");
        MojoExecution forked = SpiedBuild.goal("dependency", "analyze");
        MavenProject other = new MavenProject();
        other.setArtifactId("web");
        MojoExecution jar = SpiedBuild.goal("jar", "jar");

        collector.startBuild();
        phases.moduleStarted(module);
        phases.mojoStarted(module, javadoc);
        phases.mojoStarted(other, forked);
        phases.moduleEnded(module, Outcome.FAILED);
        phases.moduleStarted(other);
        phases.mojoStarted(other, jar);
        phases.mojoEnded(jar, Outcome.SUCCESS, null);
        phases.moduleEnded(other, Outcome.SUCCESS);

        assertThat(collector.endBuild(BuildStats.of(Outcome.FAILED)).phases())
                .extracting(PhaseMetrics::name, PhaseMetrics::parent, PhaseMetrics::outcome)
                .containsExactly(
                        tuple("module.core", null, Outcome.FAILED),
                        tuple("module.core.mojo.javadoc:aggregate", "module.core", Outcome.FAILED),
                        tuple(
                                "module.web.mojo.dependency:analyze",
                                "module.core.mojo.javadoc:aggregate",
                                Outcome.FAILED),
                        tuple("module.web", null, Outcome.SUCCESS),
                        tuple("module.web.mojo.jar:jar", "module.web", Outcome.SUCCESS));
    }

    /** As with the concurrent builder of Maven 4, which begins one after the other and then goes on with any of them. */
    @Test
    void modulesThatOneThreadBegins_standBelowNothing() {
        MavenProject other = new MavenProject();
        other.setArtifactId("web");
        MojoExecution jar = SpiedBuild.goal("jar", "jar");

        collector.startBuild();
        phases.moduleStarted(module);
        phases.moduleStarted(other);
        phases.moduleEnded(module, Outcome.SUCCESS);
        phases.mojoStarted(other, jar);
        phases.mojoEnded(jar, Outcome.SUCCESS, null);
        phases.moduleEnded(other, Outcome.SUCCESS);

        assertThat(collector.endBuild(BuildStats.of(Outcome.SUCCESS)).phases())
                .extracting(PhaseMetrics::name, PhaseMetrics::parent)
                .containsExactly(
                        tuple("module.core", null),
                        tuple("module.web", null),
                        tuple("module.web.mojo.jar:jar", "module.web"));
    }
}
