package dev.bengal.analysis.statistics;

import java.util.Arrays;

/**
 * Location and spread by the order of values, which one wild value in ten does not move. All in the unit of the values; none
 * changes the array that it is given, and each refuses an empty one.
 */
public final class OrderStatistics {
    /** What a median absolute deviation is multiplied by to be the standard deviation of normal values. */
    public static final double MAD_TO_SIGMA = 1.4826;

    private OrderStatistics() {}

    /** The middle value; of an even number the mean of the two in the middle. */
    public static double median(double... values) {
        return medianInPlace(values.clone());
    }

    /** The same, and {@code values} are in another order afterwards. */
    public static double medianInPlace(double[] values) {
        requireSome(values);
        int middle = values.length / 2;
        double upper = Selection.select(values, middle);
        return values.length % 2 == 1 ? upper : (highest(values, middle) + upper) / 2;
    }

    private static double highest(double[] values, int end) {
        double highest = values[0];
        for (int i = 1; i < end; i++) {
            highest = Math.max(highest, values[i]);
        }
        return highest;
    }

    /**
     * The median of the absolute deviations from the median: of a normal distribution 0.6745 standard deviations, see {@link
     * #MAD_TO_SIGMA}.
     *
     * @see <a href="https://doi.org/10.1080/01621459.1974.10482962">Hampel, 1974</a>
     */
    public static double medianAbsoluteDeviation(double... values) {
        double median = median(values);
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = Math.abs(values[i] - median);
        }
        return medianInPlace(deviations);
    }

    /**
     * The value below which a share of the values lies, between two of them by straight line.
     *
     * @param share from 0 to 1
     * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan, 1996, their definition 7</a>
     */
    public static double quantile(double share, double... values) {
        requireSome(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** From the lower to the upper quartile: of a normal distribution 1.349 standard deviations. */
    public static double interquartileRange(double... values) {
        return quantile(0.75, values) - quantile(0.25, values);
    }

    private static void requireSome(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("an empty sample has no middle");
        }
    }
}
