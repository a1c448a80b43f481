package dev.bengal.analysis;

import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.util.List;

/** The metrics whose level someone accepted together with the very commit that is judged. */
final class AcceptedHere {
    private static final String REASON = "its new level was accepted with this commit";

    private final BuildIdentity work;
    private final List<HistoryEvent.Accepted> events;

    /** @param candidate builds of one commit, at least one */
    AcceptedHere(List<HistoryEvent.Accepted> accepted, List<BuildMetrics> candidate) {
        Commit commit = candidate.get(0).commit();
        this.work = candidate.get(0).identity();
        this.events = commit == null
                ? List.of()
                : accepted.stream()
                        .filter(event -> event.commit().equals(commit.hash()))
                        .toList();
    }

    /** What was found about a metric, or that it is not judged: the builds before are no measure of an accepted level. */
    Comparison answer(Comparison judged) {
        Series series = new Series(judged.metric(), work.project(), work.scenario(), List.of());
        return events.stream().anyMatch(event -> CurrentSegment.concerns(event, series))
                ? Comparison.notJudged(judged.metric(), judged.before(), judged.after(), REASON)
                : judged;
    }
}
