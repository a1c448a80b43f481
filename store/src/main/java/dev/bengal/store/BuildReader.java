package dev.bengal.store;

import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.util.List;

/** Answers questions about builds. Builds that were pruned are not there. */
public interface BuildReader {
    /**
     * The newest builds.
     *
     * @param order that says which are the newest, and in which they come, the oldest first
     * @param limit at most how many; at least 1
     */
    History recent(BuildFilter filter, BuildOrder order, int limit);

    /**
     * One metric over the newest builds, a series for each project and scenario, in {@link BuildOrder#BY_COMMIT}. Builds that did
     * not measure it have no point, and where none did there is no series.
     *
     * @param metric its name, such as {@code phase.rendering.duration_ms}
     * @param limit of how many builds at most, those that did not measure it included; at least 1
     */
    List<Series> series(BuildFilter filter, String metric, int limit);

    /** One metric over all builds that the filter accepts. */
    default List<Series> series(BuildFilter filter, String metric) {
        return series(filter, metric, Integer.MAX_VALUE);
    }

    /**
     * One metric over all builds that the filter accepts, with few points: to read a million of them takes seconds, and no picture shows
     * them.
     *
     * @param points how many a series has at most; at least 4
     */
    default List<ThinSeries> thinned(BuildFilter filter, String metric, int points) {
        return series(filter, metric).stream()
                .map(whole -> ThinSeries.of(whole, points))
                .toList();
    }

    /** What was said about builds, in the order of the events' times; {@link HistoryEvent.Pruned} left out. */
    List<HistoryEvent> events();
}
