package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrequentJumpsTest {
    @Test
    void noise_isThatOfTheDifferencesWhichAreNoJumps() {
        // The median is 3. Up to 4.5 times that lie 1 1 2 2 3 4, whose middle is 2 (the fourth); up to 9 the same ones.
        double[] sizes = {1, 1, 2, 2, 3, 4, 50, 50, 50};

        assertThat(FrequentJumps.noise(sizes)).isEqualTo(1.4826 * 2 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void noise_ofWhatNeverVariesIsTheLeast() {
        assertThat(FrequentJumps.noise(new double[] {0, 0, 0})).isEqualTo(1e-4);
    }

    @Test
    void jumps_areSizesWellAboveTheNoiseFromFiveTimesOn() {
        // Of five and of six; 5.4 deviations are not enough, nor are four times.
        double[] sizes = {5.4, 5.4, 5.4, 5.4, 5.4, 10, 10, 10, 10, 10, 20, 20, 20, 20, 20, 20, 30, 30, 30, 30};

        assertThat(FrequentJumps.of(sizes, 1)).containsExactly(20, 10);
    }

    @Test
    void jumps_withinTwoDeviationsOfEachOtherAreOne() {
        double[] sizes = {10, 10, 10, 11, 11, 11, 11, 12, 12};

        // All nine are within two of 11, and of 10 and 12 too: the first is taken for all.
        assertThat(FrequentJumps.of(sizes, 1)).containsExactly(10);
    }

    @Test
    void jumps_areThreeAtTheMost() {
        double[] sizes = new double[25];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = 10 * (1 + i / 5);
        }

        assertThat(FrequentJumps.of(sizes, 1)).containsExactly(10, 20, 30);
    }
}
