package dev.bengal.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Direction;
import dev.bengal.model.Measurement;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Unit;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReactorLineTest {
    private static PhaseMetrics module(String name, double start, double millis) {
        return PhaseMetrics.timed(name, null, start, millis, Outcome.SUCCESS);
    }

    private static Measurement measured(String name, double millis, String source) {
        return new Measurement(
                new Metric(name, Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY),
                millis,
                List.of(),
                source,
                true);
    }

    private static String drawn(List<PhaseMetrics> phases, List<Measurement> measurements) throws IOException {
        BuildMetrics sample = SampleBuild.complete();
        StringBuilder out = new StringBuilder();
        ReactorLine.render(
                new BuildMetrics(
                        sample.identity(),
                        sample.stats(),
                        sample.commit(),
                        sample.ci(),
                        sample.totals(),
                        phases,
                        List.of(),
                        measurements,
                        sample.environment()),
                out);
        return out.toString();
    }

    @Test
    void line_saysWhatMoreThreadsCouldSaveAtMost() throws IOException {
        List<PhaseMetrics> phases = List.of(
                module("module.a", 1000, 4000),
                module("module.a.mojo.compiler:compile", 1000, 9000),
                module("module.b", 5000, 2000),
                module("module.c", 7000, 4000));

        assertThat(drawn(
                        phases,
                        List.of(
                                measured("reactor.critical_path_ms", 8000, "a > c"),
                                measured("reactor.idle_ms", 500, "threads"))))
                .isEqualTo("3 modules in 10.00s; the longest chain of them takes 8.00s (a > c). More threads could save"
                        + " 2.00s (20 %) at most; those at work had nothing to do for 0.50s in all.\n");
    }

    @Test
    void line_neverPromisesLessThanNothing() throws IOException {
        assertThat(drawn(
                        List.of(module("module.a", 0, 1000), module("module.b", 1000, 1000)),
                        List.of(measured("reactor.critical_path_ms", 2100, "a > b"))))
                .contains(". More threads would save nothing.");
    }

    @Test
    void line_isNotThereForOneModuleOrWithoutAChain() throws IOException {
        assertThat(drawn(
                        List.of(module("module.a", 0, 1000)), List.of(measured("reactor.critical_path_ms", 1000, "a"))))
                .isEmpty();
        assertThat(drawn(List.of(module("module.a", 0, 1000), module("module.b", 0, 1000)), List.of()))
                .isEmpty();
    }
}
