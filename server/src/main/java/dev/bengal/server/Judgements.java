package dev.bengal.server;

import dev.bengal.analysis.LevelChanges;
import dev.bengal.analysis.ReplayedMetric;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Scenario;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.report.judged.JudgedSide;
import dev.bengal.store.BuildFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said about builds beyond their numbers. The command line answers with what its own commands say, so that no two disagree. */
public interface Judgements {
    /** In which order builds stand now. */
    CommitOrder order();

    /** The newest commit of a scenario against its level, or empty where no build of it can be judged. */
    Optional<JudgedReport> newest(String project, Scenario scenario);

    /** One sample against another; neither is empty. */
    JudgedReport compare(JudgedSide base, JudgedSide candidate);

    /**
     * Where series of these builds stepped.
     *
     * @param metrics by their names; none for every metric that has a better way
     */
    LevelChanges changes(BuildFilter filter, Set<String> metrics);

    /** Who takes what is accepted at a page; none where the history is only shown. */
    default Optional<Acceptances> acceptances() {
        return Optional.empty();
    }

    /** What the gate is worth on these builds. */
    List<ReplayedMetric> worth(BuildFilter filter);
}
