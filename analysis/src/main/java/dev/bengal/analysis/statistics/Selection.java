package dev.bengal.analysis.statistics;

import java.util.Arrays;

/**
 * Finds the value of a rank without sorting all of them, in linear time on average.
 *
 * @see <a href="https://doi.org/10.1145/366622.366647">Hoare, 1961: algorithm 65, Find</a>
 */
final class Selection {
    /** Below this many values, sorting is as fast. */
    private static final int SHORT = 24;

    private Selection() {}

    /**
     * The value that stands at {@code rank} when all are in order. Afterwards it does stand there, with none above it to the
     * left and none below it to the right.
     */
    static double select(double[] values, int rank) {
        int low = 0;
        int high = values.length - 1;
        while (high - low > SHORT) {
            double pivot = middleOfThree(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return values[rank];
            }
        }
        Arrays.sort(values, low, high + 1);
        return values[rank];
    }

    private static double middleOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
