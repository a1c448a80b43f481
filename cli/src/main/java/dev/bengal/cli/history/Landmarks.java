package dev.bengal.cli.history;

import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The builds by which a history is understood, and which stay in it whatever their age: those of tagged commits and of accepted
 * changes, and the last ones before and the first ones after each change point of what {@link JudgedHistory#tracked} names.
 */
public final class Landmarks {
    /** So that the levels around a change point can still be told from each other when all else is gone. */
    private static final int BUILDS_AROUND = ChangePointDetector.FEWEST_A_SIDE;

    private final Set<String> commits;
    private final Set<BuildId> builds = new HashSet<>();

    private Landmarks(Set<String> commits) {
        this.commits = commits;
    }

    /**
     * Those of a history.
     *
     * @param tagged the full hashes of the tagged commits
     */
    public static Landmarks of(BuildStore history, Set<String> tagged, CommitOrder order) {
        Landmarks landmarks = new Landmarks(new HashSet<>(tagged));
        for (HistoryEvent event : history.events()) {
            if (event instanceof HistoryEvent.Accepted accepted) {
                landmarks.commits.add(accepted.commit());
            }
        }
        BuildFilter material = BuildFilter.ALL.baselineMaterial();
        for (String metric : JudgedHistory.of(history, material, order).tracked()) {
            history.series(material, metric).forEach(series -> landmarks.addChanges(series.in(order)));
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
