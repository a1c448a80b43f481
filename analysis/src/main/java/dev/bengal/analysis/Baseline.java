package dev.bengal.analysis;

import dev.bengal.model.HistoryEvent;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Series;
import java.util.List;

/**
 * The builds that a candidate is held against: the newest of the current segment of a series.
 *
 * @param points the oldest first, at most {@value #MOST_BUILDS}
 */
public record Baseline(List<Series.Point> points) {
    /** More say little, and are older. */
    public static final int MOST_BUILDS = 20;
    /** Fewer do not show what the noise is. */
    public static final int FEWEST_BUILDS = 8;

    public Baseline {
        points = List.copyOf(points.subList(Math.max(0, points.size() - MOST_BUILDS), points.size()));
    }

    /**
     * What a build is held against, as far as a series tells: of a noisy metric the current level in the build's environment, of others that on
     * all machines. A series does not name versions of Java, which steady metrics are told apart by; but an environment has one of
     * them, and where enough builds of the level are of the build's own, these are the baseline.
     *
     * @param series the builds before it, of any environment
     * @param fingerprint of its environment
     */
    public static Baseline of(Series series, String fingerprint, List<HistoryEvent.Accepted> accepted) {
        List<Series.Point> known =
                (series.metric().noise() == NoiseClass.NOISY ? series.inEnvironment(fingerprint) : series).points();
        Series newest = new Series(
                series.metric(),
                series.project(),
                series.scenario(),
                known.subList(Math.max(0, known.size() - EarlierBuilds.FURTHEST_BACK), known.size()));
        List<Series.Point> level = CurrentSegment.of(newest, accepted);
        Baseline own = new Baseline(level.stream()
                .filter(point -> point.fingerprint().equals(fingerprint))
                .toList());
        return own.missing() == 0 ? own : new Baseline(level);
    }

    /** How many builds are missing before anything is judged; 0 where none. */
    public int missing() {
        return Math.max(0, FEWEST_BUILDS - points.size());
    }

    /** The values in the order of the builds. */
    public double[] values() {
        return points.stream().mapToDouble(Series.Point::value).toArray();
    }
}
