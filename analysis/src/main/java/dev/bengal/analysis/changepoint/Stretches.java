package dev.bengal.analysis.changepoint;

import dev.bengal.analysis.statistics.OrderStatistics;
import java.util.Arrays;

/** A series cut into stretches of one level each. Its arrays are not copied, and nobody changes them. */
final class Stretches {
    private final double[] values;
    private final int[] starts;

    /** @param starts the first of each stretch but the first one, in order */
    Stretches(double[] values, int[] starts) {
        this.values = values;
        this.starts = starts;
    }

    double[] values() {
        return values;
    }

    int[] starts() {
        return starts;
    }

    int count() {
        return starts.length + 1;
    }

    int from(int stretch) {
        return stretch == 0 ? 0 : starts[stretch - 1];
    }

    int to(int stretch) {
        return stretch == starts.length ? values.length : starts[stretch];
    }

    double[] of(int stretch) {
        return Arrays.copyOfRange(values, from(stretch), to(stretch));
    }

    /** The level of each: the median. */
    double[] levels() {
        double[] levels = new double[count()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = OrderStatistics.medianInPlace(of(i));
        }
        return levels;
    }

    /** Every value less the level of its stretch. */
    double[] residuals() {
        double[] levels = levels();
        double[] residuals = values.clone();
        for (int i = 0; i < levels.length; i++) {
            for (int j = from(i); j < to(i); j++) {
                residuals[j] -= levels[i];
            }
        }
        return residuals;
    }
}
