package dev.bengal.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.TopAllocators;
import dev.bengal.model.UsualLevel;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.Reports;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryRendererTest {
    @Test
    void render_holdsTheNewestBuildAndTheTrend() throws IOException {
        // Time: 100 * (2300 - 2000) / 2000 = 15. Growth of nothing has no percentage.
        SampleBuild first = SampleBuild.id("a").pages(840L).millis(2000).memory(0.0, 50.0, null);
        SampleBuild last = SampleBuild.id("b").pages(840L).millis(2300).memory(89.5, 25.0, 2004.0);

        GoldenFile.assertMatches(getClass(), "summary.json", summary(last, Reports.of(first, last)));
    }

    @Test
    void render_saysWhereTheLastBuildStandsToItsUsualLevel() throws IOException {
        SampleBuild first = SampleBuild.id("a").pages(840L).millis(2000).memory(80.0, 50.0, 2000.0);
        SampleBuild last = SampleBuild.id("b").pages(840L).millis(2300).memory(89.5, 25.0, 2004.0);
        Map<String, UsualLevel> usual = Map.of(
                "page_count", new UsualLevel(840, 840, 840),
                "total_duration_ms", new UsualLevel(1900, 2000, 2100),
                "memory_heap_mb", new UsualLevel(40, 50, 60),
                "allocated_mb", new UsualLevel(1999, 2001.5, 2004));

        GoldenFile.assertMatches(
                getClass(),
                "summary-usual.json",
                summary(last, Reports.of(first, last).withUsual(usual)));
    }

    @Test
    void render_hasNoTrendOfOneBuild() throws IOException {
        SampleBuild only = SampleBuild.id("a").millis(2000);

        GoldenFile.assertMatches(getClass(), "summary-one.json", summary(only, Reports.of(only)));
    }

    @Test
    void render_tellsOfHowManyBuildsATrendIs() throws IOException {
        BuildMetrics first = SampleBuild.id("a").pages(1L).millis(2000).build();
        BuildMetrics second = SampleBuild.id("b").pages(1L).millis(2100).build();
        BuildMetrics recorded = SampleBuild.id("c")
                .pages(1L)
                .millis(2900)
                .build()
                .withTopAllocators(new TopAllocators(List.of(), 800, null));

        String summary = summary(recorded, Reports.of(List.of(first, second, recorded)));

        assertThat(summary)
                .containsPattern("\"page_count\",\\s+\"unit\" : \"count\",\\s+\"builds\" : 3,")
                .containsPattern(
                        "\"total_duration_ms\",\\s+\"unit\" : \"ms\",\\s+\"builds\" : 2,\\s+\"first\" : 2000.0,\\s+\"last\" : 2100.0,");
    }

    private static String summary(SampleBuild newest, PerformanceReport report) throws IOException {
        return summary(newest.build(), report);
    }

    private static String summary(BuildMetrics newest, PerformanceReport report) throws IOException {
        BuildRecord record = Reports.record(newest);
        StringBuilder out = new StringBuilder();
        new SummaryRenderer().render(record, report, out);
        return out.toString();
    }
}
