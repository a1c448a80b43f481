package dev.bengal.analysis.changepoint;

/**
 * The median of the values around each value: it follows steps and slopes and takes no notice of single wild values.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1980.10477521">Tukey's smoother, as in Velleman, 1980</a>
 */
final class RunningMedian {
    private RunningMedian() {}

    /**
     * The running median; cost O(n·width).
     *
     * @param width odd; at both ends only the part of it that holds values
     */
    static double[] of(double[] values, int width) {
        double[] medians = new double[values.length];
        double[] window = new double[width];
        int half = width / 2;
        int size = 0;
        for (int i = 0; i < Math.min(half, values.length); i++) {
            insert(window, size++, values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            boolean grows = i + half < values.length;
            boolean shrinks = i - half - 1 >= 0;
            if (grows && shrinks) {
                replace(window, size, values[i - half - 1], values[i + half]);
            } else if (grows) {
                insert(window, size++, values[i + half]);
            } else if (shrinks) {
                remove(window, size--, values[i - half - 1]);
            }
            medians[i] = middle(window, size);
        }
        return medians;
    }

    private static double middle(double[] sorted, int size) {
        int middle = size / 2;
        return size % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void insert(double[] sorted, int size, double value) {
        int at = size;
        while (at > 0 && sorted[at - 1] > value) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = value;
    }

    /** Shifts only what stands between the two. */
    private static void replace(double[] sorted, int size, double old, double value) {
        int at = 0;
        while (sorted[at] < old) {
            at++;
        }
        while (at + 1 < size && sorted[at + 1] < value) {
            sorted[at] = sorted[at + 1];
            at++;
        }
        while (at > 0 && sorted[at - 1] > value) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = value;
    }

    private static void remove(double[] sorted, int size, double value) {
        int at = 0;
        // As it is compared elsewhere here: 0.0 and -0.0 are the same.
        while (sorted[at] < value) {
            at++;
        }
        System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
    }
}
