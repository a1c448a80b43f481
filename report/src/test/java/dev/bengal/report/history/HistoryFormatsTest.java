package dev.bengal.report.history;

import static dev.bengal.report.Reports.HASH_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Metric;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.Reports;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** A history as Markdown and CSV, and with columns of one's own. */
class HistoryFormatsTest {
    private static final List<Metric> OWN = List.of(
            PhaseMetric.DURATION.metric("rendering"),
            PhaseMetric.ALLOCATED.metric("rendering"),
            TotalMetric.CPU.metric());

    private static BuildRecord measured() {
        return Reports.record(SampleBuild.complete());
    }

    private static BuildRecord bare() {
        return Reports.record(SampleBuild.id("bare")
                        .start("2026-03-01T08:30:00Z")
                        .commit(HASH_1)
                        .millis(2000)
                        .outcome(Outcome.FAILED)
                        .build())
                .excludedFor("the disk was full");
    }

    private static BuildRecord hostile() {
        return Reports.record(SampleBuild.id("=1+1")
                .start("2026-03-02T08:30:00Z")
                .project("a,\"b\"")
                .scenario("| `x` <img src=x> [a](b) @team #1 &amp; \u001b[31m \n next")
                .millis(1)
                .build());
    }

    @Test
    void table_hasTheColumnsThatWereAskedFor() throws IOException {
        PerformanceReport report = PerformanceReport.of(List.of(bare(), measured()), OWN);

        GoldenFile.assertMatches(getClass(), "table-metrics.txt", Reports.table(report));
    }

    @Test
    void markdown_isATableWithoutMarkupFromARecord() throws IOException {
        StringBuilder out = new StringBuilder();
        new MarkdownRenderer(TimeZone.getTimeZone("GMT+01:00"))
                .render(PerformanceReport.of(List.of(bare(), hostile(), measured())), out);

        GoldenFile.assertMatches(getClass(), "history.md", out.toString());
    }

    @Test
    void csv_quotesWhatNeedsItAndLeavesEmptyWhatWasNotMeasured() throws IOException {
        StringBuilder out = new StringBuilder();
        new CsvRenderer().render(PerformanceReport.of(List.of(bare(), hostile(), measured()), OWN), out);

        GoldenFile.assertMatches(getClass(), "history.csv", out.toString());
    }

    @Test
    void csv_ofNoBuildsIsTheLineOfTheNames() throws IOException {
        StringBuilder out = new StringBuilder();
        new CsvRenderer().render(PerformanceReport.of(List.of(), OWN), out);

        assertThat(out.toString().lines()).singleElement().asString().startsWith("build_id,timestamp,");
    }

    @Test
    void seriesCsv_putsSeriesSideBySideInTheOrderOfTheCommits() throws IOException {
        SampleBuild a = SampleBuild.id("a").start("2026-03-01T00:00:00Z");
        SampleBuild b = SampleBuild.id("b").start("2026-03-02T00:00:00Z");
        Map<String, List<Series>> metrics = new LinkedHashMap<>();
        metrics.put(
                "total_duration_ms",
                List.of(series(TotalMetric.DURATION, b, 20), series(TotalMetric.DURATION, a, 10.5)));
        metrics.put("cpu_ms", List.of(series(TotalMetric.CPU, b, 7)));
        StringBuilder out = new StringBuilder();
        new SeriesCsvRenderer().render(metrics, CommitOrder.BY_TIME, out);

        assertThat(out.toString()).isEqualTo("""
                        build_id,timestamp,project,scenario,git_commit,git_commit_time,environment,total_duration_ms,cpu_ms
                        a,2026-03-01T00:00:00Z,docs,site full,,,desk,10.5,
                        b,2026-03-02T00:00:00Z,docs,site full,,,desk,20,7
                        """);
    }

    private static Series series(TotalMetric metric, SampleBuild build, double value) {
        return new Series(
                metric.metric(),
                "docs",
                build.build().identity().scenario(),
                List.of(Series.Point.of(build.build(), value)));
    }
}
