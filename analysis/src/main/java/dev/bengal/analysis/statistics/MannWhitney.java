package dev.bengal.analysis.statistics;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The Mann-Whitney statistic of two samples, and its exact distribution where both come from one source: U counts the pairs in
 * which the candidate is above the baseline, and half of those in which both are equal.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney, 1947</a>
 */
public final class MannWhitney {
    /** Up to this many pairs the distribution is counted out; above, the normal one is as good. */
    private static final int EXACT_PAIRS = 1000;
    /** For samples up to this size the distribution is counted once and kept: two megabytes if all are ever asked for. */
    private static final int KEPT = 30;

    private static final AtomicReferenceArray<double @Nullable []> COUNTED =
            new AtomicReferenceArray<>((KEPT + 1) * (KEPT + 1));

    private final int baseline;
    private final int candidate;
    private final double[] upTo;

    private MannWhitney(int baseline, int candidate, double[] upTo) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.upTo = upTo;
    }

    /** The distribution for samples of these sizes, each at least 1. */
    public static MannWhitney of(int baseline, int candidate) {
        if (baseline < 1 || candidate < 1) {
            throw new IllegalArgumentException("an empty sample has no ranks");
        }
        boolean exact = (long) baseline * candidate <= EXACT_PAIRS;
        return new MannWhitney(baseline, candidate, exact ? kept(baseline, candidate) : new double[0]);
    }

    private static double[] kept(int n, int m) {
        if (Math.max(n, m) > KEPT) {
            return counted(n, m);
        }
        int place = n * (KEPT + 1) + m;
        double @Nullable [] known = COUNTED.get(place);
        if (known != null) {
            return known;
        }
        double[] counted = counted(n, m);
        COUNTED.set(place, counted);
        return counted;
    }

    /** U of these samples; cost O((n + m) log(n + m)). */
    public static double statistic(double[] baseline, double[] candidate) {
        double[] before = baseline.clone();
        double[] after = candidate.clone();
        Arrays.sort(before);
        Arrays.sort(after);
        double pairs = 0;
        int below = 0;
        int notAbove = 0;
        for (double value : after) {
            while (below < before.length && before[below] < value) {
                below++;
            }
            while (notAbove < before.length && before[notAbove] <= value) {
                notAbove++;
            }
            pairs += (below + notAbove) / 2.0;
        }
        return pairs;
    }

    /**
     * How likely a U at least this large is where nothing changed. With ties the value errs on the careful side, by less
     * than half a pair.
     */
    public double upperTail(double u) {
        double pairs = (double) baseline * candidate;
        return lowerTail(pairs - u);
    }

    /** How likely a U at most this large is; halves are rounded up, which makes it larger. */
    public double lowerTail(double u) {
        if (upTo.length == 0) {
            return Normal.below((u + 0.5 - mean()) / deviation());
        }
        int index = (int) Math.ceil(u);
        return index < 0 ? 0 : upTo[Math.min(index, upTo.length - 1)];
    }

    /** The largest number k with P(U ≤ k) ≤ tail, or -1 where even P(U = 0) is larger. */
    public int lowerCritical(double tail) {
        if (upTo.length == 0) {
            return (int) Math.floor(mean() - 0.5 + Normal.quantile(tail) * deviation());
        }
        int critical = -1;
        while (critical + 1 < upTo.length && upTo[critical + 1] <= tail) {
            critical++;
        }
        return critical;
    }

    /** U in standard deviations from what is expected where nothing changed. */
    public static double standardized(double u, int baseline, int candidate) {
        double mean = baseline * (double) candidate / 2;
        return (u - mean) / Math.sqrt(baseline * (double) candidate * (baseline + candidate + 1) / 12);
    }

    private double mean() {
        return baseline * (double) candidate / 2;
    }

    private double deviation() {
        return Math.sqrt(baseline * (double) candidate * (baseline + candidate + 1) / 12);
    }

    /**
     * P(U ≤ k) for every k. The ways to reach a U are the coefficients of the Gaussian binomial, the product over i of (1 -
     * q^(n+i)) / (1 - q^i); kept as probabilities, so that nothing overflows.
     */
    private static double[] counted(int n, int m) {
        int pairs = n * m;
        double[] share = new double[pairs + 1];
        share[0] = 1;
        for (int i = 1; i <= m; i++) {
            for (int k = pairs; k >= n + i; k--) {
                share[k] -= share[k - n - i];
            }
            for (int k = i; k <= pairs; k++) {
                share[k] += share[k - i];
            }
            double scale = (double) i / (n + i);
            for (int k = 0; k <= pairs; k++) {
                share[k] *= scale;
            }
        }
        for (int k = 1; k <= pairs; k++) {
            share[k] += share[k - 1];
        }
        return share;
    }
}
