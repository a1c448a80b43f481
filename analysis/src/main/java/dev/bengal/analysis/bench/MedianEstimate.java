package dev.bengal.analysis.bench;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The median of a sample and an interval that holds the true median in at least 95 % of all samples, whatever the
 * distribution: two order statistics, as many from either end as the binomial distribution allows. In the sample's unit.
 *
 * @param low null, as is {@code high}, for fewer than 6 values, of which not even the whole range is that sure
 * @see <a href="https://www.itl.nist.gov/div898/handbook/prc/section2/prc263.htm">NIST Handbook, 7.2.6.3</a>
 */
public record MedianEstimate(
        double median, @Nullable Double low, @Nullable Double high) {
    /** How many values an interval takes. */
    public static final int FEWEST_FOR_INTERVAL = 6;

    private static final double MISS = 0.05;

    /**
     * The estimate from a sample.
     *
     * @param sample in any order, not empty
     */
    public static MedianEstimate of(List<Double> sample) {
        if (sample.isEmpty()) {
            throw new IllegalArgumentException("an empty sample has no median");
        }
        List<Double> sorted = sample.stream().sorted().toList();
        double median = median(sorted);
        OptionalInt outside = outside(sorted.size());
        return outside.isEmpty()
                ? new MedianEstimate(median, null, null)
                : new MedianEstimate(
                        median, sorted.get(outside.getAsInt()), sorted.get(sorted.size() - 1 - outside.getAsInt()));
    }

    static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * How many values may lie outside on either side: the most k with 2 P(B(n, 1/2) ≤ k) ≤ 5 %. The probabilities are
     * summed as logarithms, since 2⁻ⁿ is 0 from 1075 values up.
     */
    private static OptionalInt outside(int size) {
        double logTerm = size * Math.log(0.5);
        double tail = Math.exp(logTerm);
        int outside = -1;
        while (2 * tail <= MISS) {
            outside++;
            logTerm += Math.log(size - outside) - Math.log(outside + 1);
            tail += Math.exp(logTerm);
        }
        return outside < 0 ? OptionalInt.empty() : OptionalInt.of(outside);
    }
}
