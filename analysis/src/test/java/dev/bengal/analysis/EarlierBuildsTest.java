package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.SampleBuild;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierBuildsTest {
    private static final Metric TIME = TotalMetric.DURATION.metric();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static BuildMetrics build(int i) {
        return SampleBuild.id("b" + i)
                .start(START.plusSeconds(60L * i).toString())
                .millis(1000 + i)
                .build();
    }

    private static List<BuildMetrics> builds(int count) {
        List<BuildMetrics> builds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            builds.add(build(i));
        }
        return builds;
    }

    private static List<Double> values(Series series) {
        return series.points().stream().map(Series.Point::value).toList();
    }

    @Test
    void builds_comeInTheirOrderAndWithoutTheCandidate() {
        List<BuildMetrics> history = builds(4);
        Collections.reverse(history);

        EarlierBuilds earlier = new EarlierBuilds(history, List.of(build(3)), CommitOrder.BY_TIME, new ReadOnce());

        assertThat(values(earlier.newest(TIME))).containsExactly(1000.0, 1001.0, 1002.0);
        assertThat(values(earlier.all(TIME))).containsExactly(1000.0, 1001.0, 1002.0);
    }

    @Test
    void newestBuilds_areEnough() {
        int count = EarlierBuilds.FURTHEST_BACK + 40;
        EarlierBuilds earlier =
                new EarlierBuilds(builds(count), List.of(build(count)), CommitOrder.BY_TIME, new ReadOnce());

        assertThat(earlier.all(TIME).points()).hasSize(count);
        assertThat(values(earlier.newest(TIME)))
                .hasSize(EarlierBuilds.FURTHEST_BACK)
                .startsWith(1040.0, 1041.0);
    }

    @Test
    void metricThatFewBuildsMeasure_isLookedForFurtherBack() {
        int count = EarlierBuilds.FURTHEST_BACK + 10;
        List<BuildMetrics> history = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SampleBuild build =
                    SampleBuild.id("b" + i).start(START.plusSeconds(60L * i).toString());
            history.add(i < 3 ? build.pages(7L + i).build() : build.build());
        }
        Metric pages = TotalMetric.PAGES.metric();

        for (BuildMetrics candidate :
                List.of(build(count), SampleBuild.id("c").pages(6L).build())) {
            EarlierBuilds earlier = new EarlierBuilds(history, List.of(candidate), CommitOrder.BY_TIME, new ReadOnce());

            assertThat(values(earlier.newest(pages))).containsExactly(7.0, 8.0, 9.0);
        }
    }
}
