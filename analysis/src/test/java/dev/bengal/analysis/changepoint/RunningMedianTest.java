package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunningMedianTest {
    private static final double[] VALUES = {3, 1, 4, 1, 5, 9, 2};

    @Test
    void median_isOfTheValuesAroundAndAtTheEndsOfThoseThatAreThere() {
        // By hand: (3+1)/2, of 3 1 4, of 1 4 1, of 4 1 5, of 1 5 9, of 5 9 2, (9+2)/2.
        assertThat(RunningMedian.of(VALUES, 3)).containsExactly(2, 3, 1, 4, 5, 5, 5.5);
        // 3 1 4; 3 1 4 1; 3 1 4 1 5; 1 4 1 5 9; 4 1 5 9 2; 1 5 9 2; 5 9 2.
        assertThat(RunningMedian.of(VALUES, 5)).containsExactly(3, 2, 3, 4, 4, 3.5, 5);
    }

    @Test
    void median_ofFewerValuesThanItIsWideIsThatOfThoseThatAreThere() {
        assertThat(RunningMedian.of(new double[] {7, 1}, 31)).containsExactly(4, 4);
        assertThat(RunningMedian.of(new double[0], 3)).isEmpty();
    }

    @Test
    void median_agreesWithSortingEachWindow() {
        SplittableRandom random = new SplittableRandom(11);
        for (int size = 1; size < 60; size++) {
            double[] values = random.doubles(size).map(x -> Math.rint(9 * x)).toArray();
            assertThat(RunningMedian.of(values, 15)).isEqualTo(sorted(values, 7));
        }
    }

    @Test
    void median_takesBothZerosForTheSame() {
        double[] values = {0, 1.5, -0.0, 0, 1.5, 0, -0.0, 0, 1.5, -0.0, 0};

        // Two of the first three, and two or three of every five after them, are nothing.
        assertThat(Arrays.stream(RunningMedian.of(values, 5))).allMatch(median -> median == 0);
    }

    private static double[] sorted(double[] values, int half) {
        double[] medians = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double[] window = Arrays.copyOfRange(values, Math.max(0, i - half), Math.min(values.length, i + half + 1));
            Arrays.sort(window);
            medians[i] = (window[(window.length - 1) / 2] + window[window.length / 2]) / 2;
        }
        return medians;
    }
}
