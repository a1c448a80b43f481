package dev.bengal.analysis.changepoint;

import java.util.Arrays;

/**
 * Evenly spaced levels.
 *
 * @param low the lowest
 * @param step above 0
 * @param levels at least 1
 */
record Grid(double low, double step, int levels) {
    private static final int MOST_LEVELS = 20_000;
    private static final double LEVELS_PER_SIGMA = 3;
    /** Where the whole range would take too many levels, so many of the values may lie outside on either side. */
    private static final double OUTSIDE = 0.002;

    /**
     * Three levels to a standard deviation of the noise, over all values. Where that takes more than {@value #MOST_LEVELS}, a
     * few wild values are left outside; where that does not help, the levels stand farther apart.
     */
    static Grid over(double[] values, double noise) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        if ((high - low) * LEVELS_PER_SIGMA / noise > MOST_LEVELS - 2) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int outside = (int) (OUTSIDE * sorted.length);
            low = sorted[outside];
            high = sorted[sorted.length - 1 - outside];
        }
        double step = Math.max(noise / LEVELS_PER_SIGMA, (high - low) / (MOST_LEVELS - 2));
        return new Grid(low, step, 1 + (int) Math.ceil((high - low) / step));
    }

    double at(int level) {
        return low + level * step;
    }

    /** May lie outside of the grid. */
    int nearest(double value) {
        return (int) Math.rint(Math.max(-1e9, Math.min(1e9, (value - low) / step)));
    }
}
