package dev.bengal.server;

import dev.bengal.model.CommitOrder;
import dev.bengal.model.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Divides the values of a metric by those of another one, such as the time of each build by its pages. */
final class Quotients {
    private static final Comparator<Series.Point> ORDER = CommitOrder.BY_TIME.points();

    private final List<Series> divisors;

    /** @param divisors the other metric over the same builds, in {@link CommitOrder#BY_TIME} as a store gives it */
    Quotients(List<Series> divisors) {
        this.divisors = List.copyOf(divisors);
    }

    /**
     * What is left of a series: builds without the other metric, or with none of it, have no quotient. Empty where no build has one.
     *
     * @param series in the same order
     */
    Stream<Series> of(Series series) {
        return divisors.stream()
                .filter(other -> other.project().equals(series.project())
                        && other.scenario().equals(series.scenario()))
                .map(other -> divided(series.points(), other.points()))
                .filter(points -> !points.isEmpty())
                .map(points -> new Series(series.metric(), series.project(), series.scenario(), points));
    }

    /** Goes through both at once: a table of a million builds would be larger than they are. */
    private static List<Series.Point> divided(List<Series.Point> points, List<Series.Point> divisors) {
        List<Series.Point> quotients = new ArrayList<>();
        int at = 0;
        for (Series.Point point : points) {
            while (at < divisors.size() && ORDER.compare(divisors.get(at), point) < 0) {
                at++;
            }
            if (at < divisors.size() && divisors.get(at).build().equals(point.build())) {
                double divisor = divisors.get(at).value();
                if (divisor > 0) {
                    quotients.add(divided(point, divisor));
                }
            }
        }
        return quotients;
    }

    private static Series.Point divided(Series.Point point, double divisor) {
        return new Series.Point(
                point.build(),
                point.timestamp(),
                point.value() / divisor,
                point.commit(),
                point.commitTime(),
                point.fingerprint());
    }
}
