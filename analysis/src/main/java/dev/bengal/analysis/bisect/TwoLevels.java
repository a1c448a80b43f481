package dev.bengal.analysis.bisect;

import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.HodgesLehmann;
import dev.bengal.analysis.statistics.MannWhitney;
import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.analysis.statistics.Scale;
import dev.bengal.model.NoiseClass;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The builds of a good and of a bad commit: whether they really differ, and to which of the two another commit belongs.
 *
 * <p>They differ where the exact Mann-Whitney test says so at 0.5 % to either side; a metric that hardly varies, where all values of one lie
 * beyond all of the other. Another commit is told by the sequential probability ratio test between the two medians, with an error
 * of 0.5 % to either side and normal noise as wide as both samples'. One build may bring it at most 40 % of the way, so that an
 * outlier, or two, decide nothing: three builds are the fewest. A metric that hardly varies is told by one.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177731118">Wald, 1945: the sequential probability ratio test</a>
 */
public final class TwoLevels {
    private static final double ERROR = 0.005;
    private static final double CERTAIN = Math.log((1 - ERROR) / ERROR);
    private static final double MOST_OF_ONE_BUILD = 0.4 * CERTAIN;
    private static final double CONFIDENCE = 0.95;
    private static final double LEAST_NOISE = 1e-4;

    private final NoiseClass noise;
    private final Scale scale;
    private final double[] good;
    private final double[] bad;

    /** Where a commit belongs. */
    public enum Side {
        /** Like the good one. */
        GOOD,
        /** Like the bad one. */
        BAD,
        /** More builds are needed. */
        UNSURE
    }

    /**
     * Two samples in the metric's unit.
     *
     * @param good not empty
     * @param bad not empty
     * @param noise of the metric
     */
    public TwoLevels(double[] good, double[] bad, NoiseClass noise) {
        this.noise = noise;
        this.scale = Scale.of(
                DoubleStream.concat(Arrays.stream(good), Arrays.stream(bad)).toArray());
        this.good = scale.of(good, 0, good.length);
        this.bad = scale.of(bad, 0, bad.length);
    }

    /** How many builds of each have to be there before anything can be said. */
    public static int fewest(NoiseClass noise) {
        return switch (noise) {
            case EXACT -> 1;
            case STEADY -> 2;
            case NOISY -> 5;
        };
    }

    /** How many builds of another commit it takes at least to tell where it belongs. */
    public static int fewestOfAnother(NoiseClass noise) {
        return (int) Math.ceil(CERTAIN / mostOfOneBuild(noise));
    }

    private static double mostOfOneBuild(NoiseClass noise) {
        return noise == NoiseClass.NOISY ? MOST_OF_ONE_BUILD : CERTAIN;
    }

    /** How far the bad one is from the good one, with an interval of 95 % where there are enough builds for it. */
    public Effect effect() {
        return scale.effect(HodgesLehmann.shift(good, bad), HodgesLehmann.interval(good, bad, CONFIDENCE));
    }

    /** Whether the two differ by more than noise. */
    public boolean differ() {
        double[] low = OrderStatistics.median(good) <= OrderStatistics.median(bad) ? good : bad;
        double[] high = low == good ? bad : good;
        if (noise != NoiseClass.NOISY) {
            return Arrays.stream(low).max().orElseThrow()
                    < Arrays.stream(high).min().orElseThrow();
        }
        return MannWhitney.of(low.length, high.length).upperTail(MannWhitney.statistic(low, high)) <= ERROR;
    }

    /** To which side a commit with these values belongs. */
    public Side side(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += evidence(scale.relative() ? Math.log(Math.max(0, value)) : value / scale.unit());
        }
        return sum >= CERTAIN ? Side.BAD : sum <= -CERTAIN ? Side.GOOD : Side.UNSURE;
    }

    /** The logarithm of how much likelier the value is at the bad level than at the good one. */
    private double evidence(double value) {
        double from = OrderStatistics.median(good);
        double to = OrderStatistics.median(bad);
        double most = mostOfOneBuild(noise);
        double evidence = (to - from) * (value - (from + to) / 2) / (spread() * spread());
        return Math.max(-most, Math.min(most, evidence));
    }

    private double spread() {
        double[] residuals =
                DoubleStream.concat(residuals(good), residuals(bad)).toArray();
        return Math.max(
                LEAST_NOISE,
                Math.max(
                        OrderStatistics.MAD_TO_SIGMA * OrderStatistics.medianAbsoluteDeviation(residuals),
                        0.3 * OrderStatistics.interquartileRange(residuals)));
    }

    private static DoubleStream residuals(double... sample) {
        double middle = OrderStatistics.median(sample);
        return Arrays.stream(sample).map(value -> value - middle);
    }
}
