package dev.bengal.analysis.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianEstimateTest {
    /**
     * The sample is 1 to n, so that each bound is its own rank. Ranks as R's qbinom(0.025, n, 0.5) and the tables for the sign
     * test give them: the lower one is the most k with P(B(n, 1/2) ≤ k − 1) ≤ 2.5 %.
     */
    @ParameterizedTest
    @CsvSource({"6,3.5,1,6", "8,4.5,1,8", "9,5,2,8", "10,5.5,2,9", "20,10.5,6,15", "25,13,8,18", "100,50.5,40,61"})
    void interval_isOfTheRanksOfTheSignTest(int size, double median, double low, double high) {
        assertThat(MedianEstimate.of(oneTo(size))).isEqualTo(new MedianEstimate(median, low, high));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1.5", "5,3"})
    void interval_isNotThereForFewerThanSix(int size, double median) {
        assertThat(MedianEstimate.of(oneTo(size))).isEqualTo(new MedianEstimate(median, null, null));
    }

    /** 2000 / 2 − 1.96 · √2000 / 2 is 956.2, so that the rank by the normal approximation is 956 or 957. */
    @Test
    void interval_isThereForMoreValuesThanADoubleCanHalve() {
        assertThat(MedianEstimate.of(oneTo(2000)).low()).isBetween(956.0, 957.0);
        assertThat(MedianEstimate.of(oneTo(2000)).high()).isBetween(1044.0, 1045.0);
    }

    @Test
    void order_doesNotMatter() {
        assertThat(MedianEstimate.of(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5);
    }

    @Test
    void nothing_hasNoMedian() {
        assertThatIllegalArgumentException().isThrownBy(() -> MedianEstimate.of(List.of()));
    }

    private static List<Double> oneTo(int size) {
        return IntStream.rangeClosed(1, size).mapToObj(Double::valueOf).toList();
    }
}
