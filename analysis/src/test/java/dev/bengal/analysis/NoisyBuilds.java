package dev.bengal.analysis;

import dev.bengal.model.BuildId;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.Unit;
import dev.bengal.model.sample.SampleBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws values as builds take them: log-normal, four in a hundred of them wild. The same for the same seed. */
public final class NoisyBuilds {
    public static final Metric TIME =
            new Metric("total_duration_ms", Unit.MILLISECONDS, Direction.LOWER, NoiseClass.NOISY);

    static final Metric ALLOCATED = new Metric("allocated_mb", Unit.MEBIBYTES, Direction.LOWER, NoiseClass.STEADY);

    private static final double WILD_SHARE = 0.04;

    private final SplittableRandom random;
    private final double spread;
    private final double wildShare;

    /** @param spread the coefficient of variation */
    public NoisyBuilds(long seed, double spread) {
        this(seed, spread, WILD_SHARE);
    }

    private NoisyBuilds(long seed, double spread, double wildShare) {
        this.random = new SplittableRandom(seed);
        this.spread = spread;
        this.wildShare = wildShare;
    }

    /** None of them wild, as of what depends on the work alone. */
    static NoisyBuilds tame(long seed, double spread) {
        return new NoisyBuilds(seed, spread, 0);
    }

    public double[] about(double middle, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double wild = random.nextDouble() < wildShare ? random.nextDouble(0.1, 1) : 0;
            values[i] = middle * Math.exp(spread * gaussian() + wild);
        }
        return values;
    }

    /** By Box and Muller, 1958. */
    private double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    static Series series(Metric metric, double... values) {
        return new Series(metric, "docs", Scenario.SITE_FULL, points(values));
    }

    static Baseline baseline(double... values) {
        return new Baseline(points(values));
    }

    private static List<Series.Point> points(double... values) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Series.Point(
                    new BuildId("b" + i), SampleBuild.START.plusSeconds(i), values[i], "c" + i, null, "desk"));
        }
        return points;
    }
}
