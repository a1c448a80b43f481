package dev.bengal.server;

import dev.bengal.model.BuildId;
import dev.bengal.model.Series;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Divides the values of a metric by those of another one, such as the time of each build by its pages. */
final class Quotients {
    private final Map<BuildId, Double> divisors = new HashMap<>();

    /** @param divisors the other metric, of all that is divided */
    Quotients(List<Series> divisors) {
        for (Series series : divisors) {
            series.points().forEach(point -> this.divisors.put(point.build(), point.value()));
        }
    }

    /** What is left of a series: builds without the other metric, or with none of it, have no quotient. Empty where no build has one. */
    Stream<Series> of(Series series) {
        List<Series.Point> points = series.points().stream()
                .filter(point -> divisors.getOrDefault(point.build(), 0.0) > 0)
                .map(this::divided)
                .toList();
        return points.isEmpty()
                ? Stream.empty()
                : Stream.of(new Series(series.metric(), series.project(), series.scenario(), points));
    }

    private Series.Point divided(Series.Point point) {
        return new Series.Point(
                point.build(),
                point.timestamp(),
                point.value() / divisors.getOrDefault(point.build(), 1.0),
                point.commit(),
                point.commitTime(),
                point.fingerprint());
    }
}
