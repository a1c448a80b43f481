package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToAndFroTest {
    @Test
    void levels_thatComeAgainThreeTimesAreNumbered() {
        // 1 and 5, and both again, and 1 once more: three returns among five stretches.
        double[] values = {1, 1, 5, 5, 1, 1, 5.1, 5.1, 0.9, 0.9};

        assertThat(ToAndFro.levels(new Stretches(values, new int[] {2, 4, 6, 8}), 0.3))
                .hasValueSatisfying(levels -> assertThat(levels).containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 0, 0));
    }

    @Test
    void levels_thatComeAgainTwiceAreSteps() {
        double[] values = {1, 1, 5, 5, 1, 1, 5, 5};

        assertThat(ToAndFro.levels(new Stretches(values, new int[] {2, 4, 6}), 0.3))
                .isEmpty();
    }

    @Test
    void levels_fartherApartThanTheNoiseAreOthers() {
        double[] values = {1, 1, 5, 5, 1.4, 1.4, 5.5, 5.5, 0.6, 0.6};

        assertThat(ToAndFro.levels(new Stretches(values, new int[] {2, 4, 6, 8}), 0.3))
                .isEmpty();
    }
}
