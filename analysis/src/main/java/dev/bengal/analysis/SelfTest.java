package dev.bengal.analysis;

import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.model.Direction;
import dev.bengal.model.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * What a gate is worth on a project's own history: the builds of each segment are put in another order, as if nothing
 * had changed among them, and judged as they would have been. What is then found is false.
 *
 * @param replayed builds that were judged, over all orders
 * @param suspicious of them, by one build
 * @param failed of the samples of five
 * @param smallestStep the smallest growth of which 95 of 100 samples of five are found, as a share; empty where not even one to
 *     {@value #LARGEST_STEP} times the value is, or nothing could be replayed
 */
public record SelfTest(int replayed, int suspicious, int samples, int failed, OptionalDouble smallestStep) {
    private static final int ORDERS = 20;
    private static final double FOUND = 0.95;
    private static final double LARGEST_STEP = 2;
    private static final double PRECISION = 0.005;

    /**
     * Replays one metric; the same seed gives the same answer.
     *
     * @param limit the one that the gate has
     */
    public static SelfTest of(Series series, Limit limit, long seed) {
        List<Replay> replays = replays(series, new SplittableRandom(seed));
        int suspicious = (int) replays.stream()
                .map(replay -> replay.verdict(1, 1, series, limit))
                .filter(verdict -> verdict == Verdict.SUSPICIOUS || verdict == Verdict.REGRESSED)
                .count();
        List<Replay> five =
                replays.stream().filter(replay -> replay.candidate.length == 5).toList();
        int failed = (int) five.stream()
                .filter(replay -> replay.verdict(5, 1, series, limit) == Verdict.REGRESSED)
                .count();
        return new SelfTest(replays.size(), suspicious, five.size(), failed, smallestStep(five, series, limit));
    }

    /** Of a thousand builds, how many would raise a suspicion without a reason. */
    public OptionalDouble suspiciousPerThousand() {
        return replayed == 0 ? OptionalDouble.empty() : OptionalDouble.of(1000.0 * suspicious / replayed);
    }

    /** Of a thousand candidates of five builds each, how many would fail without a reason. */
    public OptionalDouble failuresPerThousand() {
        return samples == 0 ? OptionalDouble.empty() : OptionalDouble.of(1000.0 * failed / samples);
    }

    /** Whether a growth is found often enough; where too many samples missed it already, the rest is not judged. */
    private static boolean finds(List<Replay> five, double factor, Series series, Limit limit) {
        int mayMiss = five.size() - (int) Math.ceil(FOUND * five.size());
        for (Replay replay : five) {
            if (replay.verdict(5, factor, series, limit) != Verdict.REGRESSED && --mayMiss < 0) {
                return false;
            }
        }
        return true;
    }

    private static OptionalDouble smallestStep(List<Replay> five, Series series, Limit limit) {
        double low = 0;
        double high = LARGEST_STEP;
        if (five.isEmpty() || !finds(five, 1 + high, series, limit)) {
            return OptionalDouble.empty();
        }
        while (high - low > PRECISION) {
            double middle = (low + high) / 2;
            boolean found = finds(five, 1 + middle, series, limit);
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
                for (int at = Baseline.FEWEST_BUILDS; at < order.size(); at += 5) {
                    List<Series.Point> rest = order.subList(at, Math.min(order.size(), at + 5));
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
        for (ChangePoint change : new ChangePointDetector().detect(series)) {
            if (change.kind() != ChangePoint.Kind.DRIFT) {
                segments.add(series.points().subList(from, change.index()));
                from = change.index();
            }
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

        Verdict verdict(int builds, double factor, Series series, Limit limit) {
            double[] worse = new double[builds];
            for (int i = 0; i < builds; i++) {
                worse[i] =
                        series.metric().direction() == Direction.HIGHER ? candidate[i] / factor : candidate[i] * factor;
            }
            return GrowthJudge.compare(series.metric(), baseline, worse, limit).verdict();
        }
    }
}
