package dev.bengal.store;

import dev.bengal.model.CommitOrder;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        series.computeIfAbsent(new Key(project, scenario), key -> new Open(metric, new ArrayList<>()))
                .points()
                .add(point);
    }

    /** What several have collected, as if one had: the series, their points in {@link CommitOrder#BY_TIME}. */
    public static List<Series> inOrder(List<SeriesCollector> collectors) {
        SeriesCollector all = new SeriesCollector();
        for (SeriesCollector collector : collectors) {
            collector.series.forEach((key, open) -> all.series
                    .computeIfAbsent(key, unknown -> new Open(open.metric(), new ArrayList<>()))
                    .points()
                    .addAll(open.points()));
        }
        return all.inOrder();
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
