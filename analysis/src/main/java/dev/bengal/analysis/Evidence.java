package dev.bengal.analysis;

import dev.bengal.analysis.statistics.HodgesLehmann;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.analysis.statistics.MannWhitney;
import dev.bengal.analysis.statistics.Normal;
import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.analysis.statistics.Scale;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What two samples of a metric with noise say: how far apart they are, measured by the noise of the baseline.
 *
 * <p>The noise is max(1.4826·MAD, 0.3·IQR, floor): the floor lets a baseline that never varied still raise an alarm. z = D / (s·√(κ/m
 * + 1.57/n)) with κ = 1 for at most two builds of the candidate, else 1.57, which is π/2: a median varies so much more than a
 * mean. A third of the interquartile range keeps the noise above zero where more than half of a baseline is one value.
 *
 * @see <a href="https://doi.org/10.2307/2283680">Hodges and Lehmann, 1967: how much a median varies</a>
 */
final class Evidence {
    private static final double CONFIDENCE = 0.95;
    private static final double LEAST_NOISE = 1e-4;
    private static final double MEDIAN_VARIANCE = 1.57;
    /** The noise by medians is as unsure as one by squares of half as many builds, which matters far out, where chances of many metrics lie. */
    private static final double FREEDOM_A_BUILD = 0.5;

    private final Metric metric;
    private final double[] before;
    private final double[] after;
    private final Limit limit;
    private final Scale scale;
    private final double[] scaledBefore;
    private final double[] scaledAfter;
    private final double shift;

    Evidence(Metric metric, double[] before, double[] after, Limit limit) {
        this.metric = metric;
        this.before = before;
        this.after = after;
        this.limit = limit;
        this.scale = Scale.of(
                DoubleStream.concat(Arrays.stream(before), Arrays.stream(after)).toArray());
        this.scaledBefore = scale.of(before, 0, before.length);
        this.scaledAfter = scale.of(after, 0, after.length);
        this.shift = HodgesLehmann.shift(scaledBefore, scaledAfter);
    }

    Metric metric() {
        return metric;
    }

    /** Of the candidate. */
    int builds() {
        return after.length;
    }

    /** Above 0 where the candidate is worse. */
    double worse() {
        return metric.direction() == Direction.HIGHER ? -shift : shift;
    }

    Verdict sure() {
        return worse() > 0 ? Verdict.REGRESSED : Verdict.IMPROVED;
    }

    /** Of a baseline in the measure of its {@link Scale}. */
    static double noise(double[] scaled) {
        double spread = OrderStatistics.MAD_TO_SIGMA * OrderStatistics.medianAbsoluteDeviation(scaled);
        return Math.max(LEAST_NOISE, Math.max(spread, 0.3 * OrderStatistics.interquartileRange(scaled)));
    }

    /** How much wider than the noise of a build the shift from so many builds of a baseline to so many of a candidate spreads. */
    static double spread(int candidate, int baseline) {
        double kappa = candidate <= 2 ? 1 : MEDIAN_VARIANCE;
        return Math.sqrt(kappa / candidate + MEDIAN_VARIANCE / baseline);
    }

    private double standardError() {
        return noise(scaledBefore) * spread(after.length, before.length);
    }

    double z() {
        return Math.abs(shift) / standardError();
    }

    /** The quantile of Student's distribution that the size of the baseline calls for. */
    double student(double share) {
        return Normal.studentQuantile(share, before.length - 1);
    }

    /** How likely ranks so far to the side of the shift are by chance. */
    double chance() {
        MannWhitney distribution = MannWhitney.of(before.length, after.length);
        double u = MannWhitney.statistic(scaledBefore, scaledAfter);
        return shift > 0 ? distribution.upperTail(u) : distribution.lowerTail(u);
    }

    /** Whether the shift reaches the limit, as a share and as a difference; plain differences have a floor. */
    boolean isBeyondLimit() {
        double middle = OrderStatistics.median(before);
        double moved = scale.relative() ? middle * Math.exp(shift) : middle + scale.change(shift);
        Limit applied = scale.relative() ? limit : new Limit(limit.growth(), Math.max(limit.change(), floor()));
        return applied.isReachedBy(middle, moved);
    }

    /** The least difference that counts for a metric that can be zero: a shift from 0 to a trifle has no share. */
    private double floor() {
        return Floors.of(metric);
    }

    /** Whether every build of the candidate is on the worse side of the middle of the baseline. */
    boolean isWhollyWorse() {
        double middle = OrderStatistics.median(scaledBefore);
        return Arrays.stream(scaledAfter)
                .allMatch(value -> metric.direction() == Direction.HIGHER ? value < middle : value > middle);
    }

    /** By ranks where both samples are large enough, else by Student's distribution about the shift. */
    Interval interval() {
        Interval ranks = after.length < GrowthJudge.SURE_BUILDS
                ? Interval.UNBOUNDED
                : HodgesLehmann.interval(scaledBefore, scaledAfter, CONFIDENCE);
        double reach = student((1 + CONFIDENCE) / 2) * standardError();
        return ranks.isBounded() ? ranks : new Interval(shift - reach, shift + reach);
    }

    /** Why what was seen does not matter. */
    String limitReason() {
        boolean significant = interval().low() > 0 || interval().high() < 0;
        return significant ? "a real change, but below the limit" : "no change beyond noise";
    }

    Comparison comparison(Verdict verdict, String reason) {
        Interval interval = interval();
        double visible = scale.change(interval.reachFrom(shift));
        return new Comparison(
                metric,
                OrderStatistics.median(before),
                OrderStatistics.median(after),
                scale.effect(shift, interval),
                verdict,
                reason,
                visible,
                believedChance());
    }

    /** The chance that the verdict rests on: a steady metric's on the size of the step, however many builds; of few noisy builds none does. */
    private @Nullable Double believedChance() {
        boolean isSample = after.length >= GrowthJudge.SURE_BUILDS;
        if (metric.noise() == NoiseClass.STEADY) {
            return isSample ? chanceOfSamples() : Normal.studentAbove(z(), FREEDOM_A_BUILD * (before.length - 1));
        }
        return isSample ? Double.valueOf(chance()) : null;
    }

    /**
     * How likely so large a shift between two samples is by chance. Where nothing changed the candidate varies as the baseline does, so that
     * both tell the noise, each about its own median, as in Student's test of two samples, and it is known by so many more builds. That
     * of the baseline alone is the least: deviations of few builds from their own median come out small.
     *
     * @see <a href="https://doi.org/10.2307/2331554">Student, 1908</a>
     */
    private double chanceOfSamples() {
        double[] residuals = DoubleStream.concat(residuals(scaledBefore), residuals(scaledAfter))
                .toArray();
        double noise = Math.max(noise(scaledBefore), noise(residuals));
        double z = Math.abs(shift) / (noise * spread(after.length, before.length));
        return Normal.studentAbove(z, FREEDOM_A_BUILD * (before.length + after.length - 2));
    }

    private static DoubleStream residuals(double... sample) {
        double middle = OrderStatistics.median(sample);
        return Arrays.stream(sample).map(value -> value - middle);
    }
}
