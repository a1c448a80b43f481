package dev.bengal.analysis;

import dev.bengal.analysis.statistics.Effect;
import dev.bengal.model.Metric;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a candidate against its baseline.
 *
 * @param before the median of the baseline, in the metric's unit; null where it has none
 * @param after the median of the candidate; null where it has none
 * @param effect null where nothing was computed
 * @param reason a sentence for people: what was seen, or why nothing was judged
 * @param smallestVisible the change that would have been seen, in the measure of {@code effect}; null where nothing was judged
 * @param chance how likely so large a step to its side is by noise alone; null where that was not asked
 */
public record Comparison(
        Metric metric,
        @Nullable Double before,
        @Nullable Double after,
        @Nullable Effect effect,
        Verdict verdict,
        String reason,
        @Nullable Double smallestVisible,
        @Nullable Double chance) {
    public Comparison {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
    }

    /** Of which nothing could be said. */
    static Comparison notJudged(Metric metric, @Nullable Double before, @Nullable Double after, String reason) {
        return new Comparison(metric, before, after, null, Verdict.NOT_JUDGED, reason, null, null);
    }

    /** The same with another answer. */
    Comparison with(Verdict verdict, String reason) {
        return new Comparison(metric, before, after, effect, verdict, reason, smallestVisible, chance);
    }
}
