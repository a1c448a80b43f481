package dev.bengal.analysis;

import dev.bengal.model.BuildId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found about a candidate.
 *
 * @param candidate its builds
 * @param comparisons one for each metric, in the order of a build's readings
 * @param budgets those that hold in its scenario
 */
public record Validation(List<BuildId> candidate, List<Comparison> comparisons, List<BudgetCheck> budgets) {
    public Validation {
        candidate = List.copyOf(candidate);
        comparisons = List.copyOf(comparisons);
        budgets = List.copyOf(budgets);
    }

    /**
     * The answer as a whole: regressed or suspicious where any metric or budget is; else improved or unchanged where any was
     * judged; else not judged.
     */
    public Verdict verdict() {
        List<Verdict> all = verdicts().toList();
        for (Verdict verdict : List.of(Verdict.REGRESSED, Verdict.SUSPICIOUS, Verdict.IMPROVED, Verdict.UNCHANGED)) {
            if (all.contains(verdict)) {
                return verdict;
            }
        }
        return Verdict.NOT_JUDGED;
    }

    /** The comparisons, the worst verdict first. */
    public List<Comparison> worstFirst() {
        return comparisons.stream()
                .sorted(Comparator.comparing(Comparison::verdict))
                .toList();
    }

    private Stream<Verdict> verdicts() {
        return Stream.concat(
                comparisons.stream().map(Comparison::verdict), budgets.stream().map(BudgetCheck::verdict));
    }
}
