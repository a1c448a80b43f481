package dev.bengal.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTableRendererTest {
    private static PhaseMetrics phase(String name, String parent, double millis) {
        return PhaseMetrics.timed(name, parent, 0.0, millis, Outcome.SUCCESS);
    }

    private static String drawn(List<PhaseMetrics> phases) throws IOException {
        BuildMetrics sample = SampleBuild.complete();
        StringBuilder out = new StringBuilder();
        new GoalTableRenderer()
                .render(
                        new BuildMetrics(
                                sample.identity(),
                                sample.stats(),
                                sample.commit(),
                                sample.ci(),
                                sample.totals(),
                                phases,
                                List.of(),
                                List.of(),
                                sample.environment()),
                        out);
        return out.toString();
    }

    @Test
    void goals_areSummedOverModulesWithoutWhatTheyForked() throws IOException {
        assertThat(drawn(List.of(
                        phase("module.a", "none", 9000),
                        phase("module.a.mojo.compiler:compile", "module.a.phase.compile", 3000),
                        phase("module.b.mojo.compiler:compile", "module.b.phase.compile", 1000),
                        phase("module.b.mojo.javadoc:javadoc", "module.b", 2000),
                        phase("module.b.mojo.plugin:helpmojo", "module.b.mojo.javadoc:javadoc", 1000))))
                .isEqualTo("""
                        Goal              Modules   Time  Share  CPU  Allocated
                        compiler:compile        2  4.00s   67 %    –          –
                        javadoc:javadoc         1  1.00s   17 %    –          –
                        plugin:helpmojo         1  1.00s   17 %    –          –
                        The times of all threads are added: the goals took 6.00s together, the build 1.93s.
                        """);
    }

    @Test
    void goals_thatRanTwiceInAModuleSayHowOften() throws IOException {
        assertThat(drawn(List.of(
                        phase("module.a.mojo.compiler:compile", "module.a", 10),
                        phase("module.a.mojo.compiler:compile", "module.a.mojo.source:jar", 20),
                        phase("module.b.mojo.compiler:compile", "module.b", 30))))
                .contains("compiler:compile  2 (3 runs)  60.0ms")
                .doesNotContain("together");
    }

    @Test
    void goals_beyondFifteenAreCounted() throws IOException {
        List<PhaseMetrics> many = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            many.add(phase("module.a.mojo.p:g" + i, "module.a", 10));
        }
        assertThat(drawn(many).lines()).hasSize(17).endsWith("... and 2 more goals.");
    }

    @Test
    void otherBuilds_haveNone() throws IOException {
        assertThat(drawn(List.of(phase("rendering", "none", 10)))).isEmpty();
    }
}
