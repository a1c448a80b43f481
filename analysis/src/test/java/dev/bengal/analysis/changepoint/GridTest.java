package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void levels_areAThirdOfADeviationApart() {
        // From 2 to 5 in steps of 0.1.
        Grid grid = Grid.over(new double[] {3, 2, 5}, 0.3);

        assertThat(grid.low()).isEqualTo(2);
        assertThat(grid.step()).isEqualTo(0.1, within(1e-12));
        assertThat(grid.levels()).isBetween(31, 32);
        assertThat(grid.at(10)).isEqualTo(3, within(1e-12));
        assertThat(grid.nearest(3.04)).isEqualTo(10);
        assertThat(grid.nearest(1.81)).isEqualTo(-2);
    }

    @Test
    void levels_ofOneValueAreOne() {
        assertThat(Grid.over(new double[] {7, 7}, 0.3).levels()).isEqualTo(1);
    }

    @Test
    void fewWildValues_areLeftOutsideWhereTheyWouldTakeTooManyLevels() {
        // Two in a thousand at either end of 1,000 values: the third from above is 1.
        double[] values = new double[1000];
        Arrays.fill(values, 0, 500, 1);
        values[999] = 1e6;
        values[998] = 1e5;

        Grid grid = Grid.over(values, 0.3);

        assertThat(grid.at(grid.levels() - 1)).isEqualTo(1, within(0.1));
        assertThat(grid.nearest(1e30)).isEqualTo(1_000_000_000);
    }

    @Test
    void levels_standFartherApartWhereTheRangeIsWideAllTheSame() {
        Grid grid = Grid.over(new double[] {0, 1e9}, 0.3);

        assertThat(grid.levels()).isLessThanOrEqualTo(20_000);
        assertThat(grid.at(grid.levels() - 1)).isGreaterThanOrEqualTo(1e9);
    }
}
