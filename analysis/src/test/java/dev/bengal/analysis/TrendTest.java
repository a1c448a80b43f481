package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildId;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.SampleBuild;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {
    private static final Metric METRIC = TotalMetric.DURATION.metric();

    @Test
    void of_isEmptyBelowTwoPoints() {
        assertThat(Trend.of(series())).isEmpty();
        assertThat(Trend.of(series(5))).isEmpty();
    }

    @Test
    void of_readsTheFirstAndTheLastPointOnly() {
        assertThat(Trend.of(series(100, 900, 1, 130))).contains(new Trend(METRIC, 100, 130));
    }

    @Test
    void of_leavesOutBuildsThatDidNotMeasure() {
        ComparableBuilds builds = new ComparableBuilds(List.of(
                SampleBuild.id("a").build(),
                SampleBuild.id("b").millis(200).build(),
                SampleBuild.id("c").millis(150).build(),
                SampleBuild.id("d").build()));

        assertThat(Trend.of(builds.series(TotalMetric.DURATION.metric()))).contains(new Trend(METRIC, 200, 150));
        assertThat(Trend.of(builds.series(TotalMetric.LIVE_HEAP.metric()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // 100 * (130 - 100) / 100
        "100, 130, 30",
        // 100 * (150 - 200) / 200
        "200, 150, -25",
        // 100 * (2.01 - 2) / 2
        "2, 2.01, 0.5",
        "80, 80, 0",
        "5, 0, -100",
        "0.5, 2, 300"
    })
    void changePercent_isOfTheFirstValue(double first, double last, double percent) {
        assertThat(new Trend(METRIC, first, last).changePercent().orElseThrow())
                .isCloseTo(percent, Offset.offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "0, 0", "-3, 5"})
    void changePercent_isEmptyWhereTheFirstValueIsNotAboveZero(double first, double last) {
        assertThat(new Trend(METRIC, first, last).changePercent()).isEmpty();
    }

    private static Series series(double... values) {
        List<Series.Point> points = Arrays.stream(values)
                .mapToObj(value ->
                        new Series.Point(new BuildId("b" + value), SampleBuild.START, value, null, null, "desk"))
                .toList();
        return new Series(METRIC, "docs", Scenario.SITE_FULL, points);
    }
}
