package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Reading;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.SampleBuild;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every store follows a metric. */
interface SeriesContract extends TestedStore {
    String CLEAN = "0123456789abcdef0123456789abcdef01234567";

    @Test
    default void series_followsAMetricOverTheBuildsOfEachScenarioInTheOrderOfTheirCommits() {
        store().append(SampleBuild.id("c")
                .start("2026-03-03T00:00:00Z")
                .millis(30)
                .build());
        store().append(SampleBuild.id("a")
                .start("2026-03-01T00:00:00Z")
                .millis(10)
                .build());
        store().append(SampleBuild.id("unmeasured")
                .start("2026-03-02T00:00:00Z")
                .build());
        store().append(SampleBuild.id("other").scenario("mvn verify").millis(99).build());

        List<Series> series = store().series(BuildFilter.ALL.scenario("site full"), "total_duration_ms");

        assertThat(series).hasSize(1);
        assertThat(series.get(0).metric()).isEqualTo(TotalMetric.DURATION.metric());
        assertThat(series.get(0).project()).isEqualTo("docs");
        assertThat(series.get(0).points()).extracting(Series.Point::value).containsExactly(10.0, 30.0);
        assertThat(store().series(BuildFilter.ALL, "total_duration_ms"))
                .extracting(found -> found.scenario().name())
                .containsExactlyInAnyOrder("site full", "mvn verify");
    }

    @Test
    default void series_tellsACommitWithoutATimeAsSuch() {
        BuildMetrics build = SampleBuild.id("a").commit(CLEAN).millis(10).build();
        store().append(build);

        assertThat(store().series(BuildFilter.ALL, "total_duration_ms").get(0).points())
                .containsExactly(Series.Point.of(build, 10));
    }

    @Test
    default void series_looksAtTheNewestBuildsUpToTheLimit() {
        store().append(SampleBuild.id("c")
                .start("2026-03-03T00:00:00Z")
                .millis(30)
                .build());
        store().append(SampleBuild.id("a")
                .start("2026-03-01T00:00:00Z")
                .millis(10)
                .build());
        store().append(SampleBuild.id("unmeasured")
                .start("2026-03-02T00:00:00Z")
                .build());

        assertThat(store().series(BuildFilter.ALL, "total_duration_ms", 2)
                        .get(0)
                        .points())
                .extracting(Series.Point::value)
                .containsExactly(30.0);
        assertThat(store().series(BuildFilter.ALL, "total_duration_ms", 3)
                        .get(0)
                        .points())
                .extracting(Series.Point::value)
                .containsExactly(10.0, 30.0);
    }

    @Test
    default void thinned_keepsTheEndsAndTheExtremesInTheOrderOfTheCommits() {
        // The newest first, so that no store may rest on the order in which builds came.
        for (int i = 29; i >= 0; i--) {
            store().append(SampleBuild.id(String.format("b%02d", i))
                    .start(String.format("2026-03-01T%02d:00:00Z", i % 24).replace("03-01", i < 24 ? "03-01" : "03-02"))
                    .millis(i == 7 ? 900 : i == 20 ? 1 : 100 + i)
                    .build());
        }
        store().append(SampleBuild.id("other").scenario("mvn verify").millis(99).build());

        ThinSeries thin = store().thinned(BuildFilter.ALL.scenario("site full"), "total_duration_ms", 8)
                .get(0);

        assertThat(thin)
                .isEqualTo(ThinSeries.of(
                        store().series(BuildFilter.ALL.scenario("site full"), "total_duration_ms")
                                .get(0),
                        8));
        assertThat(thin.builds()).isEqualTo(30);
        assertThat(thin.isWhole()).isFalse();
        assertThat(thin.series().points())
                .hasSizeLessThanOrEqualTo(8)
                .extracting(Series.Point::value)
                .startsWith(100.0)
                .contains(900.0, 1.0)
                .endsWith(129.0);
        assertThat(store().thinned(BuildFilter.ALL, "total_duration_ms", 1000)).allMatch(ThinSeries::isWhole);
        assertThat(store().thinned(BuildFilter.ALL, "phase.unheard.duration_ms", 8)).isEmpty();
    }

    @Test
    default void series_knowsPhasesAndMeasurementsByTheirNames() {
        store().append(SampleBuild.complete());

        for (Reading reading : SampleBuild.complete().readings()) {
            List<Series> series =
                    store().series(BuildFilter.ALL, reading.metric().name());

            assertThat(series).as(reading.metric().name()).hasSize(1);
            assertThat(series.get(0).metric()).isEqualTo(reading.metric());
            assertThat(series.get(0).points())
                    .containsExactly(Series.Point.of(SampleBuild.complete(), reading.value()));
        }
        assertThat(store().series(BuildFilter.ALL, "phase.unheard.duration_ms")).isEmpty();
    }
}
