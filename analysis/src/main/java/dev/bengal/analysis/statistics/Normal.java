package dev.bengal.analysis.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The standard normal distribution, and Student's. */
public final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** The probability of a value at most this large. */
    public static double below(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** The value that a share of all values is below. */
    public static double quantile(double share) {
        return STANDARD.inverseCumulativeProbability(share);
    }

    /**
     * The same of Student's distribution.
     *
     * @param freedom degrees of freedom, at least 1
     * @see <a href="https://doi.org/10.2307/2331554">Student, 1908</a>
     */
    public static double studentQuantile(double share, int freedom) {
        return TDistribution.of(freedom).inverseCumulativeProbability(share);
    }

    /**
     * The probability of a greater value in Student's distribution.
     *
     * @param freedom degrees of freedom, above 0
     */
    public static double studentAbove(double t, double freedom) {
        return TDistribution.of(freedom).survivalProbability(t);
    }
}
