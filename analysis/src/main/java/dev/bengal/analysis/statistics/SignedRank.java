package dev.bengal.analysis.statistics;

import java.util.Arrays;

/**
 * Wilcoxon's signed-rank statistic of differences, and its exact distribution where they lie evenly about zero: W is the sum
 * of the ranks, by size, of those above zero.
 *
 * @see <a href="https://doi.org/10.2307/3001968">Wilcoxon, 1945</a>
 */
public final class SignedRank {
    private SignedRank() {}

    /**
     * How likely a W at least this large is by chance. Equal sizes share their mean rank; a difference of zero counts half
     * of its rank, so that pairs that are all alike say nothing.
     *
     * @param differences such as logarithms of ratios, at least one
     */
    public static double upperTail(double... differences) {
        return upperTail(statistic(differences), differences.length);
    }

    /** W of these differences. */
    public static double statistic(double... differences) {
        double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
        double sum = 0;
        for (double difference : differences) {
            if (difference > 0) {
                sum += rank(sizes, difference);
            } else if (difference == 0) {
                sum += rank(sizes, 0) / 2;
            }
        }
        return sum;
    }

    private static double rank(double[] sorted, double size) {
        int below = 0;
        int notAbove = 0;
        for (double other : sorted) {
            below += other < size ? 1 : 0;
            notAbove += other <= size ? 1 : 0;
        }
        return (below + 1 + notAbove) / 2.0;
    }

    /** P(W ≥ w) for this many differences; a half is rounded down, which makes it larger. */
    public static double upperTail(double w, int size) {
        double[] shares = shares(size);
        double tail = 0;
        for (int sum = shares.length - 1; sum >= Math.max(0, (int) Math.floor(w)); sum--) {
            tail += shares[sum];
        }
        return Math.min(1, tail);
    }

    /** The smallest w with P(W ≥ w) ≤ tail; one more than W can be where even the largest is likelier. */
    public static int upperCritical(double tail, int size) {
        double[] shares = shares(size);
        int critical = shares.length;
        double sum = 0;
        while (critical > 0 && sum + shares[critical - 1] <= tail) {
            sum += shares[--critical];
        }
        return critical;
    }

    /** P(W = w) for every w: each rank is in the sum or not. */
    private static double[] shares(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("no differences have no ranks");
        }
        double[] share = new double[size * (size + 1) / 2 + 1];
        share[0] = 1;
        int reached = 0;
        for (int rank = 1; rank <= size; rank++) {
            reached += rank;
            for (int sum = reached; sum >= 0; sum--) {
                share[sum] = (share[sum] + (sum >= rank ? share[sum - rank] : 0)) / 2;
            }
        }
        return share;
    }
}
