package dev.bengal.report;

import dev.bengal.model.BuildRecord;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
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
    void render_hasNoTrendOfOneBuild() throws IOException {
        SampleBuild only = SampleBuild.id("a").millis(2000);

        GoldenFile.assertMatches(getClass(), "summary-one.json", summary(only, Reports.of(only)));
    }

    private static String summary(SampleBuild newest, PerformanceReport report) throws IOException {
        BuildRecord record = Reports.record(newest.build());
        StringBuilder out = new StringBuilder();
        new SummaryRenderer().render(record, report, out);
        return out.toString();
    }
}
