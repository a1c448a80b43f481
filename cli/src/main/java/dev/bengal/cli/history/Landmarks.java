package dev.bengal.cli.history;

import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The builds by which a history is understood, and which stay in it whatever their age: those of tagged commits and of accepted
 * changes, and the last ones before and the first ones after each change point.
 */
public final class Landmarks {
    private static final List<TotalMetric> METRICS =
            List.of(TotalMetric.DURATION, TotalMetric.RSS_PEAK, TotalMetric.ALLOCATED);

    /** So that the levels around a change point can still be told from each other when all else is gone. */
    private static final int BUILDS_AROUND = ChangePointDetector.FEWEST_A_SIDE;

    private final Set<String> commits;
    private final Set<BuildId> builds = new HashSet<>();

    private Landmarks(Set<String> commits) {
        this.commits = commits;
    }

    /** Those of a history. */
    public static Landmarks of(BuildReader history, Repository repository, CommitOrder order) {
        Landmarks landmarks = new Landmarks(new HashSet<>(repository.tagged()));
        for (HistoryEvent event : history.events()) {
            if (event instanceof HistoryEvent.Accepted accepted) {
                landmarks.commits.add(accepted.commit());
            }
        }
        for (TotalMetric metric : METRICS) {
            history.series(BuildFilter.ALL.baselineMaterial(), metric.metric().name())
                    .forEach(series -> landmarks.addChanges(series.in(order)));
        }
        return landmarks;
    }

    private void addChanges(Series series) {
        List<Series.Point> points = series.points();
        for (ChangePoint change : new ChangePointDetector().detect(series)) {
            int from = Math.max(0, change.lastGood() + 1 - BUILDS_AROUND);
            int to = Math.min(points.size(), change.index() + BUILDS_AROUND);
            points.subList(from, to).forEach(point -> builds.add(point.build()));
        }
    }

    /** Whether a build is one of them. */
    public boolean contains(BuildRecord known) {
        Commit commit = known.build().commit();
        return builds.contains(known.build().identity().id()) || (commit != null && commits.contains(commit.hash()));
    }
}
