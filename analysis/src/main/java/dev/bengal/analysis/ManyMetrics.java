package dev.bengal.analysis;

import dev.bengal.analysis.statistics.BenjaminiHochberg;
import java.util.List;
import java.util.Objects;

/** Corrects for asking about many metrics at once: of a hundred, one is beyond a chance of 1 % each time. */
final class ManyMetrics {
    private static final double FALSE_SHARE = 0.05;

    private ManyMetrics() {}

    /** Turns what is not believed among so many back into a suspicion, or into no change where it was for the better. */
    static List<Comparison> corrected(List<Comparison> comparisons) {
        double[] chances = comparisons.stream()
                .map(Comparison::chance)
                .filter(Objects::nonNull)
                .mapToDouble(chance -> Objects.requireNonNull(chance))
                .toArray();
        double believed = BenjaminiHochberg.threshold(FALSE_SHARE, chances);
        return comparisons.stream()
                .map(comparison -> corrected(comparison, believed, chances.length))
                .toList();
    }

    private static Comparison corrected(Comparison comparison, double believed, int metrics) {
        Double chance = comparison.chance();
        if (chance == null || chance <= believed) {
            return comparison;
        }
        String reason = "so far beyond noise that one of " + metrics + " metrics may be by chance";
        return switch (comparison.verdict()) {
            case REGRESSED -> comparison.with(Verdict.SUSPICIOUS, reason);
            case IMPROVED -> comparison.with(Verdict.UNCHANGED, reason);
            case SUSPICIOUS, NOT_JUDGED, UNCHANGED -> comparison;
        };
    }
}
