package dev.bengal.analysis;

import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.model.Metric;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
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

    /**
     * The change as a share of the value before, 0.12 for 12 % more: that of the effect; where there is none, that of the medians. Empty where
     * either is missing or the value before is not above zero.
     */
    public OptionalDouble growth() {
        if (effect != null && effect.relative()) {
            return OptionalDouble.of(effect.change());
        }
        return before == null || after == null || before <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((effect == null ? after - before : effect.change()) / before);
    }

    /** Where the true growth lies; empty where nothing was computed or the value before is not above zero. */
    public Optional<Interval> growthInterval() {
        if (effect == null || !effect.interval().isBounded()) {
            return Optional.empty();
        }
        Interval interval = effect.interval();
        if (effect.relative()) {
            return Optional.of(interval);
        }
        return before == null || before <= 0
                ? Optional.empty()
                : Optional.of(new Interval(interval.low() / before, interval.high() / before));
    }

    /** The smallest growth that would have been seen; empty where nothing was judged or the value before is not above zero. */
    public OptionalDouble smallestVisibleGrowth() {
        if (smallestVisible == null || effect == null || !Double.isFinite(smallestVisible)) {
            return OptionalDouble.empty();
        }
        if (effect.relative()) {
            return OptionalDouble.of(smallestVisible);
        }
        return before == null || before <= 0 ? OptionalDouble.empty() : OptionalDouble.of(smallestVisible / before);
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
