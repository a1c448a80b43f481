package dev.bengal.report.judged;

import dev.bengal.analysis.Limit;
import dev.bengal.analysis.ReplayedMetric;
import dev.bengal.analysis.SelfTest;
import dev.bengal.model.Scenario;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.GoldenFile;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SelfTestRenderersTest {
    private static final List<ReplayedMetric> METRICS = List.of(
            replayed(TotalMetric.DURATION, "docs", 60, new SelfTest(400, 10, 200, 1, OptionalDouble.of(0.213))),
            replayed(TotalMetric.RSS_GROWTH, "shop", 9, new SelfTest(20, 0, 0, 0, OptionalDouble.empty())),
            replayed(TotalMetric.CPU, "docs", 8, new SelfTest(0, 0, 0, 0, OptionalDouble.empty())));

    private static ReplayedMetric replayed(TotalMetric metric, String project, int builds, SelfTest result) {
        return new ReplayedMetric(metric.metric(), project, Scenario.SITE_FULL, builds, Limit.ofGrowth(0.2), result);
    }

    @Test
    void table_hasALineForWhatWasReplayed() throws IOException {
        StringBuilder out = new StringBuilder();
        new SelfTestTableRenderer().render(METRICS, out);

        GoldenFile.assertMatches(getClass(), "selftest.txt", out.toString());
    }

    @Test
    void json_hasNullForWhatCouldNotBeTold() throws IOException {
        StringBuilder out = new StringBuilder();
        new SelfTestJsonRenderer().render(METRICS, out);

        GoldenFile.assertMatches(getClass(), "selftest.json", out.toString());
    }
}
