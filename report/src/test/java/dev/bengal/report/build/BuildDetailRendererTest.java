package dev.bengal.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Direction;
import dev.bengal.model.Measurement;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.Reports;
import dev.bengal.report.chart.ChartStyle;
import dev.bengal.report.text.CellWidth;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuildDetailRendererTest {
    @Test
    void render_showsEverythingThatIsKnown() throws IOException {
        GoldenFile.assertMatches(getClass(), "show.txt", render(SampleBuild.complete()));
    }

    @Test
    void render_drawsADashForWhatWasNotMeasured() throws IOException {
        GoldenFile.assertMatches(
                getClass(), "show-unmeasured.txt", render(SampleBuild.id("bare").build()));
    }

    @Test
    void render_ofHostileNamesKeepsEachInItsLine() throws IOException {
        String hostile = "\u001b]0;title\u0007\n\u202e";
        String shown = render(SampleBuild.id("id" + hostile)
                .project(hostile)
                .scenario(hostile)
                .commit(hostile)
                .fingerprint(hostile)
                .phase("phase" + hostile, null, 1)
                .build());
        String plain = render(
                SampleBuild.id("id").commit("c0ffee").phase("phase", null, 1).build());

        assertThat(shown.replace("\n", "").codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        assertThat(shown.lines()).hasSameSizeAs(plain.lines().toList());
    }

    @Test
    void render_ofAReactorFitsTheTerminal() throws IOException {
        for (int columns : List.of(40, 80, 200)) {
            GoldenFile.assertMatches(
                    getClass(),
                    "show-reactor-" + columns + ".txt",
                    render(reactor(), new ChartStyle(columns, false, false)));
        }
    }

    /** As the extension for Maven records it, with names as long as they get, in a terminal as wide as most are. */
    @Test
    void render_ofAMeasuredReactorHasNoLineThatWraps() throws IOException {
        BuildMetrics known = SampleBuild.complete();
        String shown = render(
                new BuildMetrics(
                        known.identity(),
                        known.stats(),
                        known.commit(),
                        known.ci(),
                        known.totals(),
                        Stream.concat(
                                        ReactorPhases.measured().stream(),
                                        Stream.of(ReactorPhases.below(
                                                "module.web",
                                                "module.web.mojo.antrun:run@copies-the-licence-of-every-dependency",
                                                "builder-1",
                                                1900,
                                                2)))
                                .toList(),
                        List.of(),
                        List.of(
                                measured(
                                        "reactor.critical_path_ms",
                                        1500,
                                        "api > a-catalog-with-a-very-long-name > web"),
                                measured("reactor.idle_ms", 1600, null),
                                measured("downloads.count", 0, "events of Maven's resolver"),
                                measured(
                                        "test.shop.checkout.CheckoutServiceIntegrationTest.refusesOrdersWithoutAddress.duration_ms",
                                        812,
                                        "Surefire's reports")),
                        known.environment()),
                new ChartStyle(80, false, false));

        GoldenFile.assertMatches(getClass(), "show-reactor-measured.txt", shown);
        assertThat(shown.lines())
                .allSatisfy(line -> assertThat(CellWidth.of(line)).as(line).isLessThanOrEqualTo(80));
    }

    private static BuildMetrics reactor() {
        BuildMetrics bare = SampleBuild.id("bare").millis(2050).build();
        return new BuildMetrics(
                bare.identity(),
                bare.stats(),
                bare.commit(),
                bare.ci(),
                bare.totals(),
                ReactorPhases.ON_TWO_THREADS,
                List.of(),
                List.of(
                        measured("reactor.critical_path_ms", 1500, "api > a-catalog-with-a-very-long-name"),
                        measured("reactor.idle_ms", 1600, null)),
                bare.environment());
    }

    private static Measurement measured(String name, double value, @Nullable String source) {
        return new Measurement(
                new Metric(name, Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY), value, List.of(), source, true);
    }

    private static String render(BuildMetrics build) throws IOException {
        return render(build, ChartStyle.PLAIN);
    }

    private static String render(BuildMetrics build, ChartStyle style) throws IOException {
        StringBuilder out = new StringBuilder();
        new BuildDetailRenderer(ZoneOffset.ofHours(1), style, style.columns()).render(Reports.record(build), out);
        return out.toString();
    }
}
