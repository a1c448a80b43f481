package dev.bengal.server;

import dev.bengal.model.Series;
import dev.bengal.report.history.BadgeRenderer;
import java.util.Comparator;
import java.util.List;

/** The newest value of a metric as a small picture, for a README. */
final class Badge {
    private Badge() {}

    /** Of the series whose last build is the newest; it says so where nothing was measured. */
    static String of(String metric, List<Series> series) {
        BadgeRenderer renderer = new BadgeRenderer();
        return series.stream()
                .max(Comparator.comparing(one -> last(one).timestamp()))
                .map(newest -> renderer.badge(metric, newest.metric(), last(newest)))
                .orElseGet(() -> renderer.notMeasured(metric));
    }

    private static Series.Point last(Series series) {
        return series.points().get(series.points().size() - 1);
    }
}
