package dev.bengal.analysis.changepoint;

import dev.bengal.analysis.statistics.HodgesLehmann;
import dev.bengal.analysis.statistics.MannWhitney;
import dev.bengal.analysis.statistics.OrderStatistics;
import java.util.Arrays;

/** A step that the cheapest path takes, with the builds on either side of it, at most 60, that tell whether it is one. */
final class Candidate {
    private static final int MOST_A_SIDE = 60;
    /** A step of 0.8 %: the estimate of one of 1 % lies above that mostly. */
    private static final double SMALLEST_EFFECT = Math.log1p(0.008);

    private static final double SIGNIFICANT = 3.5;
    /** So close to the most that so few builds can show is enough. */
    private static final double NEARLY_ALL = 0.93;
    /** Medians so many deviations apart are no wander of builds that are alike. Of 4, 5, 6, 8 and 10 the first that added no false alarm. */
    private static final double FAR = 10;

    private final double[] before;
    private final double[] after;
    private final Noise noise;

    private Candidate(double[] before, double[] after, Noise noise) {
        this.before = before;
        this.after = after;
        this.noise = noise;
    }

    /** Why it is no step. */
    enum Fault {
        TOO_FEW,
        TOO_SMALL,
        DRIFT,
        CHANCE,
        NONE
    }

    /** The step at {@code index} between two other places. */
    static Candidate at(double[] values, int from, int index, int to, Noise noise) {
        return new Candidate(
                Arrays.copyOfRange(values, Math.max(from, index - MOST_A_SIDE), index),
                Arrays.copyOfRange(values, index, Math.min(to, index + MOST_A_SIDE)),
                noise);
    }

    /** What is wrong with it, the gravest first. */
    Judged judge() {
        if (Math.min(before.length, after.length) < ChangePointDetector.FEWEST_A_SIDE) {
            return new Judged(Fault.TOO_FEW, Math.min(before.length, after.length));
        }
        double significance = significance();
        if (isTooSmall()) {
            return new Judged(Fault.TOO_SMALL, significance);
        }
        if (isRatherALine()) {
            return new Judged(Fault.DRIFT, significance);
        }
        double beyond = significance - Math.min(SIGNIFICANT, NEARLY_ALL * highest());
        return new Judged(beyond < 0 ? Fault.CHANCE : Fault.NONE, beyond);
    }

    /** The shift takes all pairs; where the medians are far apart it need not be known. */
    private boolean isTooSmall() {
        return apart() < 4 * SMALLEST_EFFECT && Math.abs(HodgesLehmann.shift(before, after)) < SMALLEST_EFFECT;
    }

    private double apart() {
        return Math.abs(OrderStatistics.median(after) - OrderStatistics.median(before));
    }

    /**
     * The Mann-Whitney statistic in standard deviations of as many builds as these are worth. It knows nothing of sizes, so that among few
     * builds that seem correlated no step, however large, could hold; one that is far above the noise is worth all its builds.
     */
    private double significance() {
        double u = MannWhitney.statistic(before, after);
        double inflation = apart() > FAR * noise.scale() ? 1 : noise.inflation();
        return Math.abs(MannWhitney.standardized(u, before.length, after.length)) / Math.sqrt(inflation);
    }

    private double highest() {
        return MannWhitney.standardized((double) before.length * after.length, before.length, after.length);
    }

    /** Whether one straight line leaves less than two levels do, in absolute deviations. */
    private boolean isRatherALine() {
        double[] all = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, all, before.length, after.length);
        double slope = slope(all);
        for (int i = 0; i < all.length; i++) {
            all[i] -= slope * i;
        }
        return deviations(all) < deviations(before) + deviations(after);
    }

    /**
     * The median slope from each build to that half the stretch later.
     *
     * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen, 1968, whose estimator takes all pairs</a>
     */
    private static double slope(double[] values) {
        int apart = values.length / 2;
        double[] slopes = new double[values.length - apart];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (values[i + apart] - values[i]) / apart;
        }
        return OrderStatistics.medianInPlace(slopes);
    }

    private static double deviations(double[] values) {
        double level = OrderStatistics.median(values);
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value - level);
        }
        return sum;
    }

    /**
     * A verdict with its strength.
     *
     * @param strength among those of one fault, the weakest goes first
     */
    record Judged(Fault fault, double strength) {
        boolean isWeakerThan(Judged other) {
            int order = fault.compareTo(other.fault);
            return order < 0 || (order == 0 && strength < other.strength);
        }
    }
}
