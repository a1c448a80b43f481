package dev.bengal.analysis;

import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.model.Direction;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * What a gate is worth on a project's own history: the builds of each segment are put in another order, as if nothing
 * had changed among them, and judged as they would have been, but for the correction for many metrics. What is then found is false.
 *
 * @param replayed builds that were judged, over all orders
 * @param suspicious of them, by one build
 * @param samples candidates as the gate is sure of: of five builds, or of one where the metric is judged from one
 * @param failed of the samples
 * @param smallestStep the smallest growth of which 95 of 100 samples are found, as a share; empty where not even one to
 *     {@value #LARGEST_STEP} times the value is, or nothing could be replayed
 */
public record SelfTest(int replayed, int suspicious, int samples, int failed, OptionalDouble smallestStep) {
    private static final int ORDERS = 20;
    private static final double FOUND = 0.95;
    private static final double LARGEST_STEP = 2;
    private static final double PRECISION = 0.005;

    /**
     * Replays one metric; the same seed gives the same answer. A metric that is judged from one build can fail by each.
     *
     * @param limit the one that the gate has
     */
    public static SelfTest of(Series series, Limit limit, long seed) {
        List<Replay> replays = replays(series, new SplittableRandom(seed));
        int suspicious = (int) replays.stream()
                .map(replay -> replay.first(1).verdict(1, series, limit))
                .filter(verdict -> verdict == Verdict.SUSPICIOUS || verdict == Verdict.REGRESSED)
                .count();
        int size = series.metric().noise() == NoiseClass.NOISY ? GrowthJudge.SURE_BUILDS : 1;
        List<Replay> samples = replays.stream()
                .filter(replay -> replay.candidate.length >= size)
                .map(replay -> replay.first(size))
                .toList();
        int failed = (int) samples.stream()
                .filter(replay -> replay.verdict(1, series, limit) == Verdict.REGRESSED)
                .count();
        return new SelfTest(replays.size(), suspicious, samples.size(), failed, smallestStep(samples, series, limit));
    }

    /** Of a thousand builds, how many would raise a suspicion without a reason. */
    public OptionalDouble suspiciousPerThousand() {
        return replayed == 0 ? OptionalDouble.empty() : OptionalDouble.of(1000.0 * suspicious / replayed);
    }

    /** Of a thousand samples, how many would fail without a reason. */
    public OptionalDouble failuresPerThousand() {
        return samples == 0 ? OptionalDouble.empty() : OptionalDouble.of(1000.0 * failed / samples);
    }

    /** Whether a growth is found often enough; where too many samples missed it already, the rest is not judged. */
    private static boolean finds(List<Replay> samples, double factor, Series series, Limit limit) {
        int mayMiss = samples.size() - (int) Math.ceil(FOUND * samples.size());
        for (Replay replay : samples) {
            if (replay.verdict(factor, series, limit) != Verdict.REGRESSED && --mayMiss < 0) {
                return false;
            }
        }
        return true;
    }

    private static OptionalDouble smallestStep(List<Replay> samples, Series series, Limit limit) {
        double low = 0;
        double high = LARGEST_STEP;
        if (samples.isEmpty() || !finds(samples, 1 + high, series, limit)) {
            return OptionalDouble.empty();
        }
        while (high - low > PRECISION) {
            double middle = (low + high) / 2;
            boolean found = finds(samples, 1 + middle, series, limit);
            low = found ? low : middle;
            high = found ? middle : high;
        }
        return OptionalDouble.of(high);
    }

    private static List<Replay> replays(Series series, SplittableRandom random) {
        List<Replay> replays = new ArrayList<>();
        for (List<Series.Point> segment : segments(series)) {
            for (int i = 0; i < ORDERS && segment.size() > Baseline.FEWEST_BUILDS; i++) {
                List<Series.Point> order = shuffled(segment, random);
                for (int at = Baseline.FEWEST_BUILDS; at < order.size(); at += GrowthJudge.SURE_BUILDS) {
                    List<Series.Point> rest = order.subList(at, Math.min(order.size(), at + GrowthJudge.SURE_BUILDS));
                    replays.add(new Replay(new Baseline(order.subList(0, at)), values(rest)));
                }
            }
        }
        return replays;
    }

    private static double[] values(List<Series.Point> points) {
        return points.stream().mapToDouble(Series.Point::value).toArray();
    }

    private static List<List<Series.Point>> segments(Series series) {
        List<List<Series.Point>> segments = new ArrayList<>();
        int from = 0;
        List<ChangePoint> changes = new ChangePointDetector().detect(series);
        for (int beginning : CurrentSegment.beginnings(series, changes).toArray()) {
            segments.add(series.points().subList(from, beginning));
            from = beginning;
        }
        segments.add(series.points().subList(from, series.points().size()));
        return segments;
    }

    private static List<Series.Point> shuffled(List<Series.Point> points, SplittableRandom random) {
        List<Series.Point> order = new ArrayList<>(points);
        for (int i = order.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            order.set(i, order.set(other, order.get(i)));
        }
        return order;
    }

    /** A baseline, and the at most five builds that came after it. */
    private static final class Replay {
        private final Baseline baseline;
        private final double[] candidate;

        Replay(Baseline baseline, double[] candidate) {
            this.baseline = baseline;
            this.candidate = candidate;
        }

        Replay first(int builds) {
            return new Replay(baseline, Arrays.copyOf(candidate, builds));
        }

        Verdict verdict(double factor, Series series, Limit limit) {
            double[] worse = new double[candidate.length];
            for (int i = 0; i < worse.length; i++) {
                worse[i] =
                        series.metric().direction() == Direction.HIGHER ? candidate[i] / factor : candidate[i] * factor;
            }
            return GrowthJudge.compare(series.metric(), baseline, worse, limit).verdict();
        }
    }
}
