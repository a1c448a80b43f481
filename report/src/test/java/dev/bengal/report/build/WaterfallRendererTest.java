package dev.bengal.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.chart.ChartStyle;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaterfallRendererTest {
    private static PhaseMetrics phase(
            String name, @Nullable String thread, @Nullable Double start, double millis, Outcome outcome) {
        return new PhaseMetrics(
                name,
                null,
                thread,
                start,
                millis,
                null,
                PhaseMemory.UNKNOWN,
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                null,
                outcome);
    }

    private static String draw(ChartStyle style, List<PhaseMetrics> phases) throws IOException {
        StringBuilder out = new StringBuilder();
        SampleBuild build = SampleBuild.id("a").millis(2000);
        phases.forEach(build::phase);
        new WaterfallRenderer(style).render(build.build(), out);
        return out.toString();
    }

    private static final List<PhaseMetrics> TWO_THREADS = List.of(
            phase("rendering", "main", 300.0, 1500, Outcome.SUCCESS),
            phase("discovery", "main", 0.0, 300, Outcome.SUCCESS),
            phase("assets 画像", "pool-1", 310.0, 700, Outcome.FAILED),
            phase("blink", "pool-1", 1999.0, 0.01, Outcome.SUCCESS),
            phase("late", null, 1900.0, 300, Outcome.SUCCESS));

    @Test
    void waterfall_isDrawnByThread() throws IOException {
        GoldenFile.assertMatches(getClass(), "waterfall.txt", draw(new ChartStyle(80, false, false), TWO_THREADS));
    }

    @Test
    void waterfall_inAscii() throws IOException {
        GoldenFile.assertMatches(getClass(), "waterfall-ascii.txt", draw(new ChartStyle(40, true, false), TWO_THREADS));
    }

    @Test
    void waterfall_ofManyPhasesDrawsTheLongest() throws IOException {
        List<PhaseMetrics> phases = IntStream.range(0, 100)
                .mapToObj(i -> phase("p" + i, "main", 20.0 * i, i % 2 == 0 ? 19 : 1, Outcome.SUCCESS))
                .toList();

        assertThat(draw(ChartStyle.PLAIN, phases).lines())
                .hasSize(42)
                .noneMatch(line -> line.startsWith("p1 "))
                .contains("and 60 shorter ones");
        assertThat(draw(ChartStyle.PLAIN, phases.subList(0, 41)).lines()).endsWith("and 1 shorter one");
    }

    @Test
    void waterfall_ofAReactorTellsItsGoalsApart() throws IOException {
        for (int columns : List.of(40, 80, 200)) {
            GoldenFile.assertMatches(
                    getClass(),
                    "waterfall-reactor-" + columns + ".txt",
                    draw(new ChartStyle(columns, false, false), ReactorPhases.ON_TWO_THREADS));
        }
    }

    @Test
    void waterfall_survivesPhasesThatAreEachOthersParents() throws IOException {
        List<PhaseMetrics> circle =
                List.of(ReactorPhases.below("a.b", "a", "main", 0, 10), ReactorPhases.below("a", "a.b", "main", 0, 10));

        assertThat(draw(ChartStyle.PLAIN, circle)).contains("a", "b");
    }

    @Test
    void waterfall_withoutStartsIsNotDrawn() throws IOException {
        assertThat(draw(ChartStyle.PLAIN, List.of(phase("p", "main", null, 10, Outcome.SUCCESS))))
                .isEmpty();
    }
}
