package dev.bengal.store;

import dev.bengal.model.CommitOrder;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts points together to series, one for each project and scenario. */
public final class SeriesCollector {
    private final Map<Key, Open> series = new LinkedHashMap<>();
    private @Nullable Open last;

    /**
     * Takes one more point, in any order.
     *
     * @param metric as this build describes it; where builds differ, the first description holds
     */
    public void add(Metric metric, String project, Scenario scenario, Series.Point point) {
        open(metric, project, scenario).points().add(point);
    }

    /** Points mostly follow others of the same series. */
    private Open open(Metric metric, String project, Scenario scenario) {
        Key key = new Key(project, scenario);
        Open found = last;
        if (found == null || !found.key().equals(key)) {
            found = series.computeIfAbsent(key, unknown -> new Open(key, metric, new ArrayList<>()));
            last = found;
        }
        return found;
    }

    /**
     * Takes the points of one series, in any order.
     *
     * @param metric as in {@link #add}
     */
    public Consumer<Series.Point> points(Metric metric, String project, Scenario scenario) {
        return open(metric, project, scenario).points()::add;
    }

    /** The series, their points in {@link CommitOrder#BY_TIME}. */
    public List<Series> inOrder() {
        series.values().forEach(open -> open.points().sort(CommitOrder.BY_TIME.points()));
        return asTaken();
    }

    /** The series, their points in the order in which they were taken. */
    public List<Series> asTaken() {
        return series.values().stream()
                .map(open -> new Series(
                        open.metric(), open.key().project(), open.key().scenario(), open.points()))
                .toList();
    }

    private record Key(String project, Scenario scenario) {
        // Written out for the reason given at BuildId.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && project.equals(key.project) && scenario.equals(key.scenario);
        }

        @Override
        public int hashCode() {
            return 31 * project.hashCode() + scenario.hashCode();
        }
    }

    private record Open(Key key, Metric metric, List<Series.Point> points) {}
}
