package dev.bengal.benchmarks;

import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The median of a sample and an interval that holds the true median in at least 95 % of all samples, whatever the
 * distribution: two order statistics, as many from either end as the binomial distribution allows. In the sample's unit.
 *
 * @param low null, as is {@code high}, for fewer than 6 values, of which not even the whole range is that sure
 * @see <a href="https://www.itl.nist.gov/div898/handbook/prc/section2/prc263.htm">NIST Handbook, 7.2.6.3</a>
 */
public record Estimate(
        double median, @Nullable Double low, @Nullable Double high) {
    private static final double MISS = 0.05;

    /**
     * The estimate from a sample.
     *
     * @param sample in any order, not empty
     */
    public static Estimate of(double... sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("an empty sample has no median");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        OptionalInt outside = outside(sorted.length);
        return outside.isEmpty()
                ? new Estimate(median(sorted), null, null)
                : new Estimate(
                        median(sorted), sorted[outside.getAsInt()], sorted[sorted.length - 1 - outside.getAsInt()]);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** How many values may lie outside on either side: the most k with 2 P(B(n, 1/2) ≤ k) ≤ 5 %. */
    private static OptionalInt outside(int size) {
        double term = Math.pow(0.5, size);
        double tail = term;
        int outside = -1;
        while (2 * tail <= MISS) {
            outside++;
            term = term * (size - outside) / (outside + 1);
            tail += term;
        }
        return outside < 0 ? OptionalInt.empty() : OptionalInt.of(outside);
    }
}
