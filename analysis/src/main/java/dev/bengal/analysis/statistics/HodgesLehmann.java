package dev.bengal.analysis.statistics;

/**
 * The shift between two samples by all their pairwise differences.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177704172">Hodges and Lehmann, 1963</a>
 */
public final class HodgesLehmann {
    private HodgesLehmann() {}

    /**
     * The median of all pairwise differences {@code candidate - baseline}. Robust to 29 % outliers. Cost O(n·m); both samples
     * in one unit, none empty.
     */
    public static double shift(double[] baseline, double[] candidate) {
        return OrderStatistics.medianInPlace(differences(baseline, candidate));
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
        int outside = MannWhitney.of(baseline.length, candidate.length).lowerCritical((1 - confidence) / 2);
        if (outside < 0) {
            return Interval.UNBOUNDED;
        }
        double[] differences = differences(baseline, candidate);
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
