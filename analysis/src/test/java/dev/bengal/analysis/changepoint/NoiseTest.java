package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What numpy makes of the same formulas. */
class NoiseTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static final double[] INDEPENDENT = {
        5.0, 5.2, 4.9, 5.1, 5.6, 5.3, 4.8, 5.0, 5.4, 5.5, 5.1, 4.7, 5.2, 5.0, 9.0, 5.3, 5.1, 4.9, 5.6, 5.4
    };
    /** Three times up to 3, down to -3 and back, in steps of 1. */
    private static final double[] WAVE = {
        1, 2, 3, 2, 1, 0, -1, -2, -3, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3,
        -2, -1, 0
    };

    @Test
    void scale_isThatOfTheDifferencesWhereValuesAreIndependent() {
        // 1.4826 * median(abs(d - median(d))) / sqrt(2) of d = diff(y); the other estimate is 0.2724.
        assertThat(Noise.of(INDEPENDENT).scale()).isEqualTo(0.3145069541361533, EXACT);
    }

    @Test
    void scale_isThatOfTheResidualsWhereNeighboursAreAlike() {
        // The differences are 1 or -1 and their median is 1 or -1, so that half of their deviations are 0.
        // 1.05 * 1.4826 * median(abs(y - running median of 15))
        assertThat(Noise.of(WAVE).scale()).isEqualTo(1.9459125, EXACT);
    }

    @Test
    void correlation_isThatBeyondTwoErrorsOfIndependentValues() {
        // The residuals from the running median of 31 have 0.8121; less 2 / sqrt(36).
        assertThat(Noise.of(WAVE).correlation()).isEqualTo(0.8121212121212121 - 1 / 3.0, EXACT);
        // 0.0136 less 2 / sqrt(20) is below 0; the 9.0 counts as three deviations.
        assertThat(Noise.of(INDEPENDENT).correlation()).isZero();
    }

    @Test
    void inflation_isOfTheVarianceOfAMean() {
        assertThat(new Noise(1, 0).inflation()).isEqualTo(1);
        // (1 + 1/2) / (1 - 1/2)
        assertThat(new Noise(1, 0.5).inflation()).isEqualTo(3, EXACT);
        // 1.85 / 0.15 is 12.3, and 9 the most.
        assertThat(new Noise(1, 0.85).inflation()).isEqualTo(9);
    }

    @Test
    void noise_ofWhatNeverVariesIsTheLeast() {
        assertThat(Noise.of(new double[] {2, 2, 2, 2})).isEqualTo(new Noise(1e-4, 0));
    }

    @Test
    void beside_leavesOutTheCorrelationThatAStepFeigned() {
        Noise feigned = new Noise(1, 0.8);
        double[] step = {0, 0, 0, 0, 9, 9, 9, 9};

        // Nothing is left beside two stretches.
        assertThat(feigned.beside(new Stretches(step, new int[] {4}))).isEqualTo(new Noise(1, 0));
        // Beside one, residuals of 4.5 count as 3: 6 products of 9 and one of -9 over 8 squares of 9, less 2 / sqrt(8),
        // and 1/8.
        assertThat(feigned.beside(new Stretches(step, new int[0])).correlation())
                .isEqualTo(5 / 8.0 - 2 / Math.sqrt(8) + 1 / 8.0, EXACT);
    }
}
