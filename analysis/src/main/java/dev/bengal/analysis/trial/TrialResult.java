package dev.bengal.analysis.trial;

import dev.bengal.analysis.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What an A/B trial found.
 *
 * @param end why it ended
 * @param pairs that were built whole
 * @param metrics judged, the worst first
 * @param notes what else there is to know, a sentence each
 */
public record TrialResult(
        TrialSide base, TrialSide head, End end, int pairs, List<JudgedMetric> metrics, List<String> notes) {
    /** Why it ended. */
    public enum End {
        /** Every metric is decided, or can never be. */
        DECIDED,
        /** The time is spent. */
        BUDGET_SPENT,
        /** All pairs are built. */
        PAIRS_USED,
        /** The base does not build, so there is nothing to compare with. */
        BASE_FAILED
    }

    public TrialResult {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(end, "end");
        metrics = metrics.stream()
                .sorted(Comparator.comparing(JudgedMetric::verdict))
                .toList();
        notes = List.copyOf(notes);
    }

    /** The worst of the metrics; where none was tried, nothing is judged. */
    public Verdict verdict() {
        return metrics.isEmpty() ? Verdict.NOT_JUDGED : metrics.get(0).verdict();
    }
}
