package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    /** Ranks from the table of the binomial distribution, such as B(20, 1/2): P(≤ 5) = 0.0207, P(≤ 6) = 0.0577. */
    @ParameterizedTest
    @CsvSource({"6, 1, 6", "8, 1, 8", "9, 2, 8", "10, 2, 9", "20, 6, 15", "50, 18, 33", "100, 40, 61"})
    void of_takesTheRanksOfTheBinomialDistribution(int size, double low, double high) {
        Estimate estimate = Estimate.of(
                IntStream.rangeClosed(1, size).mapToDouble(i -> size + 1.0 - i).toArray());

        assertThat(estimate).isEqualTo(new Estimate((size + 1) / 2.0, low, high));
    }

    @Test
    void of_hasNoIntervalForFiveValues() {
        assertThat(Estimate.of(5, 1, 4, 2, 3)).isEqualTo(new Estimate(3, null, null));
    }

    @Test
    void of_refusesNothing() {
        assertThatThrownBy(Estimate::of).isInstanceOf(IllegalArgumentException.class);
    }

    /** For 20 values the binomial distribution promises 95.9 %: of 4,000 samples that is 3,834, ± 4 times 12.6. */
    @Test
    void of_holdsTheMedianAsOftenAsItSays() {
        Random random = new Random(1);
        int held = 0;
        for (int i = 0; i < 4000; i++) {
            Estimate estimate = Estimate.of(
                    random.doubles(20).map(uniform -> -Math.log(uniform)).toArray());
            Double low = estimate.low();
            Double high = estimate.high();
            if (low != null && high != null && low <= Math.log(2) && Math.log(2) <= high) {
                held++;
            }
        }
        assertThat(held).isBetween(3784, 3884);
    }
}
