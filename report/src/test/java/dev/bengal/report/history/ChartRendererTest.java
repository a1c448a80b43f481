package dev.bengal.report.history;

import static dev.bengal.report.Reports.HASH_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.ComparableBuilds;
import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.LevelChanges;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Metric;
import dev.bengal.model.Outcome;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.UsualLevel;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.Reports;
import dev.bengal.report.chart.ChartStyle;
import dev.bengal.report.text.CellWidth;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartRendererTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<Metric> TIME = List.of(TotalMetric.DURATION.metric());
    private static final ChartStyle BRAILLE = new ChartStyle(80, false, false);
    /** In percent of the level, repeated. */
    private static final double[] NOISE = {0, 0.6, -0.7, 0.2, -0.3, 1, -0.9, 0.4, -0.1, 0.8};

    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");

    private static double noisy(int build, double millis) {
        return millis * (1 + NOISE[build % NOISE.length] / 100);
    }

    private static List<BuildMetrics> builds(int count, IntToDoubleFunction millis) {
        return builds("site full", count, millis);
    }

    private static List<BuildMetrics> builds(String scenario, int count, IntToDoubleFunction millis) {
        return IntStream.range(0, count)
                .mapToObj(i -> SampleBuild.id("b" + i)
                        .scenario(scenario)
                        .start(START.plus(i, ChronoUnit.HOURS).toString())
                        .commit(String.format("%08x", i) + HASH_1.substring(8))
                        .millis(millis.applyAsDouble(i))
                        .memory(100.0 + i % 7, 50.0, noisy(i, 900))
                        .build())
                .toList();
    }

    /** With its steps, as the command tells them. */
    private static PerformanceReport report(List<BuildMetrics> builds, List<Metric> metrics) {
        List<BuildRecord> records = builds.stream().map(Reports::record).toList();
        PerformanceReport report = PerformanceReport.of(records, metrics);
        List<Series> series = report.comparable()
                .map(found -> metrics.stream().map(found::series).toList())
                .orElse(List.of());
        List<LevelChange> changes =
                LevelChanges.in(series, List.of(), CommitOrder.BY_TIME).changes();
        return report.withStepsAmong(changes);
    }

    private static String draw(PerformanceReport report, ChartStyle style) throws IOException {
        StringBuilder out = new StringBuilder();
        new ChartRenderer(style, ZoneOffset.UTC).render(report, out);
        for (String line : ESCAPE.matcher(out).replaceAll("").split("\n")) {
            assertThat(CellWidth.of(line)).as(line).isLessThanOrEqualTo(style.columns());
        }
        return out.toString();
    }

    private void assertChart(String golden, PerformanceReport report, ChartStyle style) throws IOException {
        GoldenFile.assertMatches(getClass(), golden, draw(report, style));
    }

    private static PerformanceReport stepped() {
        return report(
                        builds(100, i -> noisy(i, i < 60 ? 2000 : 2500)),
                        List.of(TotalMetric.DURATION.metric(), TotalMetric.ALLOCATED.metric()))
                .withUsual(Map.of("total_duration_ms", new UsualLevel(2430, 2505, 2580)));
    }

    @Test
    void chart_showsTheStepAndTheBandOfTheLevelAfterIt() throws IOException {
        assertThat(stepped().steps()).hasSize(1);
        assertChart("chart.txt", stepped(), BRAILLE);
    }

    @Test
    void chart_ofAsciiHasNothingElse() throws IOException {
        String chart = draw(stepped(), ChartStyle.PLAIN);

        GoldenFile.assertMatches(getClass(), "chart-ascii.txt", chart);
        assertThat(chart.chars()).allMatch(c -> c < 128);
    }

    @Test
    void chart_inColourSaysTheSame() throws IOException {
        String coloured = draw(stepped(), new ChartStyle(80, false, true));

        GoldenFile.assertMatches(getClass(), "chart-coloured.txt", coloured);
        assertThat(ESCAPE.matcher(coloured).replaceAll("")).isEqualTo(draw(stepped(), BRAILLE));
    }

    @Test
    void chart_fitsIntoFortyColumns() throws IOException {
        assertChart("chart-40.txt", stepped(), new ChartStyle(40, false, false));
    }

    @Test
    void chart_fillsTwoHundredColumns() throws IOException {
        assertChart("chart-200.txt", stepped(), new ChartStyle(200, false, false));
    }

    @Test
    void chart_ofOneBuildIsOnePoint() throws IOException {
        assertChart("chart-one.txt", report(builds(1, i -> 2000), TIME), BRAILLE);
    }

    @Test
    void chart_ofIdenticalBuildsIsOneLine() throws IOException {
        assertChart("chart-identical.txt", report(builds(30, i -> 2000), TIME), BRAILLE);
    }

    @Test
    void chart_ofZerosIsOneLine() throws IOException {
        assertChart("chart-zeros.txt", report(builds(30, i -> 0), TIME), BRAILLE);
    }

    @Test
    void chart_ofTenThousandBuildsKeepsEachExtreme() throws IOException {
        // One build in ten thousand takes a little more than all around it: within what is drawn, and to be seen.
        PerformanceReport report = report(builds(10_000, i -> noisy(i, i == 7777 ? 2100 : 2000)), TIME);

        assertChart("chart-10000.txt", report, BRAILLE);
    }

    @Test
    void chart_ofTenThousandBuildsInAscii() throws IOException {
        PerformanceReport report = report(builds(10_000, i -> noisy(i, i < 4000 ? 2000 : 1500)), TIME);

        assertChart("chart-10000-ascii.txt", report, ChartStyle.PLAIN);
    }

    @Test
    void chart_clipsWildValuesAndSaysSo() throws IOException {
        PerformanceReport report =
                report(builds(60, i -> i == 20 ? 30_000 : i == 41 ? 12_000 : i == 50 ? 10 : noisy(i, 2000)), TIME);

        assertChart("chart-wild.txt", report, BRAILLE);
        assertChart("chart-wild-ascii.txt", report, ChartStyle.PLAIN);
    }

    @Test
    void chart_doesNotClipALevelOfThreeBuilds() throws IOException {
        assertThat(draw(report(builds(60, i -> noisy(i, i < 57 ? 2000 : 9000)), TIME), BRAILLE))
                .doesNotContain("above the axis");
    }

    @Test
    void chart_cutsWideLettersByTheirWidth() throws IOException {
        PerformanceReport report = report(builds("文書 🚀 を全部組み立てるとても長い名前のシナリオ", 12, i -> noisy(i, 2000)), TIME);

        assertChart("chart-wide-letters.txt", report, new ChartStyle(40, false, false));
    }

    @Test
    void chart_disarmsHostileNames() throws IOException {
        assertThat(draw(report(builds("\u001b[2J\u202e\n", 12, i -> 1000), TIME), BRAILLE))
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void chart_saysHowManyBuildsItLeavesOut() throws IOException {
        List<BuildMetrics> all = IntStream.range(0, 20)
                .mapToObj(i -> SampleBuild.id("b" + i)
                        .start(START.plus(i, ChronoUnit.DAYS).toString())
                        .millis(noisy(i, 2000))
                        .outcome(i % 5 == 4 ? Outcome.FAILED : Outcome.SUCCESS)
                        .build())
                .toList();

        assertChart("chart-left-out.txt", report(all, TIME), BRAILLE);
    }

    @Test
    void chart_ofNoBuildsIsNothing() throws IOException {
        assertThat(draw(report(List.of(), TIME), BRAILLE)).isEmpty();
    }

    @Test
    void chart_ofWhatNobodyMeasuredSaysSo() throws IOException {
        assertThat(draw(report(builds(3, i -> 1), List.of(TotalMetric.IO_READ.metric())), BRAILLE))
                .isEqualTo("None of these builds measured what would be drawn.\n");
    }

    @Test
    void changes_areDrawnInTheirSeries() throws IOException {
        ComparableBuilds builds = stepped().comparable().orElseThrow();
        List<Series> series =
                List.of(builds.series(TotalMetric.ALLOCATED.metric()), builds.series(TotalMetric.DURATION.metric()));
        StringBuilder out = new StringBuilder();
        new ChangesChartRenderer(BRAILLE, ZoneOffset.UTC)
                .render(LevelChanges.in(series, List.of(), CommitOrder.BY_TIME), series, out);

        GoldenFile.assertMatches(getClass(), "chart-changes.txt", out.toString());
    }

    @Test
    void changes_ofWhichThereAreNoneAreTheSentence() throws IOException {
        StringBuilder out = new StringBuilder();
        new ChangesChartRenderer(BRAILLE, ZoneOffset.UTC).render(new LevelChanges(List.of(), 3, 0, 60), List.of(), out);

        assertThat(out.toString()).isEqualTo("No change in 3 series of up to 60 builds.\n");
    }
}
