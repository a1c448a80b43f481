package dev.bengal.report.judged;

import dev.bengal.analysis.Comparison;
import dev.bengal.analysis.Explanation;
import dev.bengal.analysis.Validation;
import dev.bengal.analysis.Verdict;
import dev.bengal.model.NoiseClass;
import dev.bengal.report.text.Label;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found about a candidate, with everything that is shown of it.
 *
 * @param obstacles why times are not judged, a sentence each; empty where both sides are comparable
 * @param notes what else the reader has to know, a sentence each
 * @param explainedBy the phase that explains most of the change of the total time
 * @param growths of metrics whose build worked through more or less than before
 */
public record JudgedReport(
        JudgedSide base,
        JudgedSide candidate,
        Validation validation,
        List<String> obstacles,
        List<String> notes,
        Optional<Explanation.PhaseShare> explainedBy,
        List<InputGrowth> growths) {
    public JudgedReport {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(candidate, "candidate");
        Objects.requireNonNull(validation, "validation");
        obstacles = List.copyOf(obstacles);
        notes = List.copyOf(notes);
        Objects.requireNonNull(explainedBy, "explainedBy");
        growths = List.copyOf(growths);
    }

    /**
     * The answer as a whole. That counts stayed as they were, or budgets were kept, is no answer about growth: where no metric
     * that varies was judged, it is {@link Verdict#NOT_JUDGED}.
     */
    public Verdict verdict() {
        Verdict verdict = validation.verdict();
        boolean isGood = verdict == Verdict.UNCHANGED || verdict == Verdict.IMPROVED;
        return isGood && !isGrowthJudged() ? Verdict.NOT_JUDGED : verdict;
    }

    /** Each budget that is not kept, such as {@code over the budget for total_duration_ms a page}. */
    public List<String> brokenBudgets() {
        return validation.budgets().stream()
                .filter(check -> check.verdict() == Verdict.REGRESSED)
                .map(check -> check.reason() + " for "
                        + Label.printable(check.budget().metric())
                        + (check.budget().perPage() ? " a page" : ""))
                .toList();
    }

    /** Whether any metric that varies was judged, or there is none. */
    public boolean isGrowthJudged() {
        List<Comparison> varying = validation.comparisons().stream()
                .filter(comparison -> comparison.metric().noise() != NoiseClass.EXACT)
                .toList();
        return varying.isEmpty() || varying.stream().anyMatch(comparison -> comparison.verdict() != Verdict.NOT_JUDGED);
    }

    /**
     * How much of the growth of a metric is that of the input.
     *
     * @param metric that grew
     * @param input what the build worked through, such as {@code page_count}
     */
    public record InputGrowth(String metric, String input, Explanation.Growth growth) {}
}
