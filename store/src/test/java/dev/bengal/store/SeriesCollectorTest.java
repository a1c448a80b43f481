package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.Unit;
import dev.bengal.model.sample.SampleBuild;
import org.junit.jupiter.api.Test;

class SeriesCollectorTest {
    private static final Scenario SCENARIO = new Scenario("site full");
    private static final Metric LOWER = new Metric("bench", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY);
    private static final Metric HIGHER = new Metric("bench", Unit.MILLISECONDS, Direction.HIGHER, NoiseClass.NOISY);

    @Test
    void series_isWhatMostBuildsSayWhoeverSpeaksFirst() {
        SeriesCollector collector = new SeriesCollector();
        add(collector, "a", HIGHER);
        add(collector, "b", LOWER);
        add(collector, "c", LOWER);
        add(collector, "d", HIGHER);
        add(collector, "e", LOWER);

        assertThat(collector.inOrder()).singleElement().satisfies(series -> {
            assertThat(series.metric()).isEqualTo(LOWER);
            assertThat(series.points()).hasSize(5);
        });
    }

    private static void add(SeriesCollector collector, String id, Metric metric) {
        BuildMetrics build = SampleBuild.id(id).build();
        collector.add(metric, "docs", SCENARIO, Series.Point.of(build, 1));
    }
}
