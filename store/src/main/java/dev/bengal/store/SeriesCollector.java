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
     * @param metric as this build describes it; where builds differ, that holds which more than half of them say, lest one record turn a
     *     series of hundreds around
     */
    public void add(Metric metric, String project, Scenario scenario, Series.Point point) {
        Open open = open(metric, project, scenario);
        open.hear(metric);
        open.points.add(point);
    }

    /** Points mostly follow others of the same series. */
    private Open open(Metric metric, String project, Scenario scenario) {
        Key key = new Key(project, scenario);
        Open found = last;
        if (found == null || !found.key.equals(key)) {
            found = series.computeIfAbsent(key, unknown -> new Open(key, metric));
            last = found;
        }
        return found;
    }

    /**
     * Takes the points of one series, in any order.
     *
     * @param metric of all of them
     */
    public Consumer<Series.Point> points(Metric metric, String project, Scenario scenario) {
        return open(metric, project, scenario).points::add;
    }

    /** The series, their points in {@link CommitOrder#BY_TIME}. */
    public List<Series> inOrder() {
        series.values().forEach(open -> open.points.sort(CommitOrder.BY_TIME.points()));
        return asTaken();
    }

    /** The series, their points in the order in which they were taken. */
    public List<Series> asTaken() {
        return series.values().stream()
                .map(open -> new Series(open.metric, open.key.project, open.key.scenario, open.points))
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

    /** A series that still grows. */
    private static final class Open {
        private final Key key;
        private final List<Series.Point> points = new ArrayList<>();
        private Metric metric;
        private int lead;

        Open(Key key, Metric metric) {
            this.key = key;
            this.metric = metric;
        }

        /**
         * One more says what the metric is.
         *
         * @see <a href="https://www.cs.utexas.edu/~moore/best-ideas/mjrty/">Boyer and Moore, MJRTY: a fast majority vote algorithm</a>
         */
        void hear(Metric said) {
            if (said.equals(metric)) {
                lead++;
            } else if (lead == 0) {
                metric = said;
                lead = 1;
            } else {
                lead--;
            }
        }
    }
}
