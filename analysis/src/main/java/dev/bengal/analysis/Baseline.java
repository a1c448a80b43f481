package dev.bengal.analysis;

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

    /** How many builds are missing before anything is judged; 0 where none. */
    public int missing() {
        return Math.max(0, FEWEST_BUILDS - points.size());
    }

    /** The values in the order of the builds. */
    public double[] values() {
        return points.stream().mapToDouble(Series.Point::value).toArray();
    }
}
