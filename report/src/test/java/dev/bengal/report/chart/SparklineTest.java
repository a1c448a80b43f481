package dev.bengal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void sparkline_goesFromTheLowestToTheHighest() {
        assertThat(Sparkline.of(1, 2, 3, 4, 5, 6, 7, 8)).isEqualTo("▁▂▃▄▅▆▇█");
    }

    @Test
    void sparkline_ofOneLevelStandsInTheMiddle() {
        assertThat(Sparkline.of(5, 5, 5)).isEqualTo("▅▅▅");
        assertThat(Sparkline.of(0, 0)).isEqualTo("▅▅");
    }

    @Test
    void sparkline_doesNotMakeMuchOfNoise() {
        // A tenth of a percent apart, where five percent would fill the height.
        assertThat(Sparkline.of(1000, 1001)).isEqualTo("▄▅");
    }

    @Test
    void sparkline_isNoWiderThanItsCells() {
        assertThat(Sparkline.of(IntStream.range(0, 1000).asDoubleStream().toArray()))
                .hasSize(Sparkline.CELLS)
                .startsWith("▁")
                .endsWith("█");
    }

    @Test
    void sparkline_isNotFlattenedByOneWildValue() {
        assertThat(Sparkline.of(10, 11, 12, 13, 900, 13, 12, 11, 10, 11)).isEqualTo("▁▃▆██" + "█▆▃▁▃");
    }
}
