package dev.bengal.analysis.changepoint;

import dev.bengal.analysis.statistics.OrderStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sizes by which neighbours differ again and again: what a hidden change of machine looks like. */
final class FrequentJumps {
    private static final int MOST = 3;
    private static final double WIDTH = 2;
    private static final double SMALLEST = 5.5;
    private static final double QUIET = 4.5;
    private static final int ROUNDS = 10;

    private FrequentJumps() {}

    /**
     * The noise between neighbours beside the jumps: the median size of the differences without those that are far above it, which
     * are left out again and again until none is. With 1, 1, 1, 1 and 6 the median is 1, 6 is left out for being above 4.5, and the
     * noise is 1.4826 / √2 = 1.05.
     *
     * @param sorted the sizes, the smallest first; at least one
     * @see <a href="https://doi.org/10.1080/01621459.1974.10482962">Hampel, 1974: the scale by the median, and leaving out what is
     *     far off by it</a>
     */
    static double noise(double[] sorted) {
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        for (int i = 0; i < ROUNDS; i++) {
            int quiet = Math.max(1, below(sorted, QUIET * median));
            median = sorted[quiet / 2];
        }
        return Math.max(Noise.LEAST, OrderStatistics.MAD_TO_SIGMA * median / Math.sqrt(2));
    }

    private static int below(double[] sorted, double limit) {
        int count = 0;
        while (count < sorted.length && sorted[count] <= limit) {
            count++;
        }
        return count;
    }

    /**
     * At most {@value #MOST} of them, the most frequent first; each is well above the noise. They are the modes of the sizes: where
     * most of them lie within two deviations.
     *
     * @param sorted as above
     * @see <a href="https://doi.org/10.1214/aoms/1177704472">Parzen, 1962: a mode as the place with the most values in a window</a>
     */
    static double[] of(double[] sorted, double noise) {
        List<Peak> jumps = new ArrayList<>();
        for (Peak peak : peaks(sorted, noise)) {
            if (jumps.size() < MOST
                    && jumps.stream().allMatch(jump -> Math.abs(jump.size() - peak.size()) > WIDTH * noise)) {
                jumps.add(peak);
            }
        }
        return jumps.stream().mapToDouble(Peak::size).toArray();
    }

    private static List<Peak> peaks(double[] sorted, double noise) {
        List<Peak> peaks = new ArrayList<>();
        int from = 0;
        int to = 0;
        for (double size : sorted) {
            while (sorted[from] < size - WIDTH * noise) {
                from++;
            }
            while (to < sorted.length && sorted[to] <= size + WIDTH * noise) {
                to++;
            }
            if (size > SMALLEST * noise && to - from >= MachineOffsets.FEWEST_TURNS) {
                peaks.add(new Peak(size, to - from));
            }
        }
        peaks.sort(Comparator.comparingInt(peak -> -peak.count()));
        return peaks;
    }

    private record Peak(double size, int count) {}
}
