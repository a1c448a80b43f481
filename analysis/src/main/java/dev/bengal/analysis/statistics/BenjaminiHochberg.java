package dev.bengal.analysis.statistics;

import java.util.Arrays;

/**
 * Which of several findings to believe, so that of those believed at most a share q is expected to be chance.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg, 1995</a>
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /**
     * The largest p that is believed: the largest with p(k) ≤ k/m·q among the m sorted ones; negative where none is.
     *
     * @param q the share, such as 0.05
     */
    public static double threshold(double q, double... p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        for (int k = sorted.length; k >= 1; k--) {
            if (sorted[k - 1] <= q * k / sorted.length) {
                return sorted[k - 1];
            }
        }
        return -1;
    }
}
