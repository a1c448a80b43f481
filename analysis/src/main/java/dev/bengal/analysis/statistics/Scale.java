package dev.bengal.analysis.statistics;

import java.util.Arrays;

/**
 * In which measure values are held against each other: as logarithms, so that a change is a share; or plainly where a value is
 * zero or negative, since that has no logarithm and no share.
 *
 * @param unit what plain values are divided by, above 0
 */
public record Scale(boolean relative, double unit) {
    /** Shares. */
    public static final Scale LOGARITHMIC = new Scale(true, 1);
    /** Differences. */
    public static final Scale PLAIN = new Scale(false, 1);

    /** Squares of it and their sums are numbers. */
    private static final double FARTHEST = 1e100;

    /**
     * Logarithmic where every value is above zero, else plain, in units of the median of the sizes of those that are not zero; but not
     * so small a unit that the largest is no number in it.
     *
     * @throws IllegalArgumentException where a value is not finite, with its position
     */
    public static Scale of(double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "value " + (i + 1) + " is " + values[i] + "; only numbers are judged");
            }
        }
        if (Arrays.stream(values).allMatch(value -> value > 0)) {
            return LOGARITHMIC;
        }
        double[] sizes =
                Arrays.stream(values).map(Math::abs).filter(size -> size > 0).toArray();
        if (sizes.length == 0) {
            return PLAIN;
        }
        double largest = Arrays.stream(sizes).max().orElseThrow();
        return new Scale(false, Math.max(OrderStatistics.medianInPlace(sizes), largest / FARTHEST));
    }

    /** The values in this measure. */
    public double[] of(double[] values, int from, int to) {
        double[] scaled = new double[to - from];
        for (int i = from; i < to; i++) {
            scaled[i - from] = relative ? Math.log(values[i]) : values[i] / unit;
        }
        return scaled;
    }

    /** What a shift in this measure means. */
    public double change(double shift) {
        return relative ? Math.expm1(shift) : shift * unit;
    }

    /** The same of a shift with its interval. */
    public Effect effect(double shift, Interval interval) {
        return new Effect(change(shift), new Interval(change(interval.low()), change(interval.high())), relative);
    }
}
