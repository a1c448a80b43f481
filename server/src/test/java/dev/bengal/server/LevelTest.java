package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildId;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelTest {
    /** Twelve builds by turns on four machines, the last at 12. */
    private static Series series(Metric metric) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            points.add(new Series.Point(new BuildId("b" + i), Instant.EPOCH, i, null, null, "machine " + i % 4));
        }
        return new Series(metric, "docs", Scenario.SITE_FULL, points);
    }

    @Test
    void level_ofWhatIsTheSameOnAllMachinesIsThatOfAll() {
        Level level =
                Level.of(series(TotalMetric.ALLOCATED.metric()), List.of()).orElseThrow();

        assertThat(level.builds()).isEqualTo(12);
        assertThat(level.middle()).isEqualTo(6.5);
        assertThat(level.since().build()).isEqualTo(new BuildId("b1"));
    }

    @Test
    void level_ofTimesIsThatOfTheLastMachine() {
        assertThat(Level.of(series(TotalMetric.DURATION.metric()), List.of())).isEmpty();
    }
}
