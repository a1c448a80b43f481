package dev.bengal.analysis.trial;

import dev.bengal.analysis.Verdict;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.model.Metric;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One metric of an A/B trial, judged.
 *
 * @param pairs that were used
 * @param base the median of the base, in the metric's unit; null without pairs
 * @param head the same of the head
 * @param effect how far the head is from the base, as a share; null without pairs
 * @param reason a few words on the verdict
 */
public record JudgedMetric(
        Metric metric,
        int pairs,
        @Nullable Double base,
        @Nullable Double head,
        @Nullable Effect effect,
        Verdict verdict,
        String reason) {
    public JudgedMetric {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
    }
}
