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

    /**
     * Takes one more point, in any order.
     *
     * @param metric as this build describes it; where builds differ, the first description holds
     */
    public void add(Metric metric, String project, Scenario scenario, Series.Point point) {
        points(metric, project, scenario).accept(point);
    }

    /**
     * Takes the points of one series, in any order.
     *
     * @param metric as in {@link #add}
     */
    public Consumer<Series.Point> points(Metric metric, String project, Scenario scenario) {
        return series.computeIfAbsent(new Key(project, scenario), key -> new Open(metric, new ArrayList<>()))
                .points()::add;
    }

    /** The series, their points in {@link CommitOrder#BY_TIME}. */
    public List<Series> inOrder() {
        List<Series> all = new ArrayList<>();
        series.forEach((key, open) -> {
            open.points().sort(CommitOrder.BY_TIME.points());
            all.add(new Series(open.metric(), key.project(), key.scenario(), open.points()));
        });
        return all;
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

    private record Open(Metric metric, List<Series.Point> points) {}
}
