package dev.bengal.analysis;

import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a metric moved from the first to the last point of a series. Two readings and no judgement: whether the step is
 * more than noise is not asked here.
 *
 * @param first in the metric's unit, like {@code last}
 */
public record Trend(Metric metric, double first, double last) {
    /** The trend of a series; empty below two points. */
    public static Optional<Trend> of(Series series) {
        List<Series.Point> points = series.points();
        return points.size() < 2
                ? Optional.empty()
                : Optional.of(new Trend(
                        series.metric(),
                        points.get(0).value(),
                        points.get(points.size() - 1).value()));
    }

    /** The change in percent of the first value; empty where that is not above 0. */
    public OptionalDouble changePercent() {
        return first > 0 ? OptionalDouble.of(100 * (last - first) / first) : OptionalDouble.empty();
    }
}
