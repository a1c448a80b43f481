package dev.bengal.analysis.statistics;

/**
 * The shift between two samples by all their pairwise differences.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177704172">Hodges and Lehmann, 1963</a>
 */
public final class HodgesLehmann {
    private final int baseline;
    private final int candidate;
    /** In any order; asking for one of a rank changes it. */
    private final double[] differences;

    private HodgesLehmann(double[] baseline, double[] candidate) {
        this.baseline = baseline.length;
        this.candidate = candidate.length;
        this.differences = differences(baseline, candidate);
    }

    /** Both answers from one look at the differences; not thread-safe. */
    public static HodgesLehmann of(double[] baseline, double[] candidate) {
        return new HodgesLehmann(baseline, candidate);
    }

    /**
     * The median of all pairwise differences {@code candidate - baseline}. Robust to 29 % outliers. Cost O(n·m); both samples
     * in one unit, none empty.
     */
    public static double shift(double[] baseline, double[] candidate) {
        return of(baseline, candidate).shift();
    }

    /** The same of these samples. */
    public double shift() {
        return OrderStatistics.medianInPlace(differences);
    }

    /**
     * The interval that holds the true shift with at least this confidence, whatever the distribution: two of the sorted
     * differences, as far from the ends as the exact distribution of the Mann-Whitney statistic allows. Where not even the
     * whole range is that sure, it is unbounded.
     *
     * @param confidence such as 0.95
     * @see <a href="https://doi.org/10.1002/9781119196037">Hollander, Wolfe and Chicken, 2013, section 4.3</a>
     */
    public static Interval interval(double[] baseline, double[] candidate, double confidence) {
        return of(baseline, candidate).interval(confidence);
    }

    /** The same of these samples. */
    public Interval interval(double confidence) {
        int outside = MannWhitney.of(baseline, candidate).lowerCritical((1 - confidence) / 2);
        if (outside < 0) {
            return Interval.UNBOUNDED;
        }
        double low = Selection.select(differences, outside);
        return new Interval(low, Selection.select(differences, differences.length - 1 - outside));
    }

    private static double[] differences(double[] baseline, double[] candidate) {
        double[] differences = new double[baseline.length * candidate.length];
        int next = 0;
        for (double before : baseline) {
            for (double after : candidate) {
                differences[next++] = after - before;
            }
        }
        return differences;
    }
}
