package dev.bengal.analysis.trial;

import dev.bengal.analysis.SequentialTrial;
import dev.bengal.analysis.Verdict;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric of an A/B trial: takes what the pairs measured until it is sure. Ratios are all that it looks at, so that a value that is
 * not above zero ends it without a judgement.
 *
 * <p>Not thread-safe.
 */
public final class MetricTrial {
    private final Metric metric;
    private final double limit;
    private final SequentialTrial trial;
    private final List<Double> base = new ArrayList<>();
    private final List<Double> head = new ArrayList<>();
    private @Nullable String obstacle;

    /**
     * A trial without pairs.
     *
     * @param metric which has a better way
     * @param limit the share from which on a change matters; above 0
     * @param trials how many metrics are judged by the same pairs
     */
    public MetricTrial(Metric metric, double limit, int trials) {
        if (metric.direction() == Direction.NONE) {
            throw new IllegalArgumentException(metric.name() + " has no better way");
        }
        this.metric = metric;
        this.limit = limit;
        this.trial = new SequentialTrial(limit, trials);
    }

    /** What is judged. */
    public Metric metric() {
        return metric;
    }

    /** Whether more pairs could change anything. */
    public boolean isOpen() {
        return obstacle == null && trial.state() == SequentialTrial.State.UNDECIDED;
    }

    /** Takes the next pair; one that comes after the answer is passed over. */
    public void offer(double ofBase, double ofHead) {
        if (!isOpen()) {
            return;
        }
        base.add(ofBase);
        head.add(ofHead);
        if (ofBase > 0 && ofHead > 0) {
            trial.offer(ofBase, ofHead);
        } else {
            obstacle = "it was " + (ofBase > 0 ? ofHead : ofBase) + " in pair " + base.size()
                    + ", and only what is above 0 has a ratio";
        }
    }

    /** How it stands. */
    public JudgedMetric judged() {
        Effect effect = trial.pairs() == 0 ? null : trial.effect();
        return new JudgedMetric(metric, trial.pairs(), middle(base), middle(head), effect, verdict(), reason());
    }

    private static @Nullable Double middle(List<Double> values) {
        return values.isEmpty()
                ? null
                : Double.valueOf(OrderStatistics.median(
                        values.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private Verdict verdict() {
        if (obstacle != null) {
            return Verdict.NOT_JUDGED;
        }
        Verdict verdict = trial.verdict();
        if (metric.direction() == Direction.LOWER) {
            return verdict;
        }
        return verdict == Verdict.REGRESSED
                ? Verdict.IMPROVED
                : verdict == Verdict.IMPROVED ? Verdict.REGRESSED : verdict;
    }

    private String reason() {
        if (obstacle != null) {
            return obstacle;
        }
        String least = "the limit of " + Math.round(1000 * limit) / 10.0 + " %";
        return switch (trial.state()) {
            case SLOWER, FASTER ->
                trial.verdict() == Verdict.UNCHANGED
                        ? "a sure difference, but below " + least
                        : "sure after " + trial.pairs() + " pairs";
            case ALIKE -> "whatever the difference is, it is below " + least;
            case EXHAUSTED -> "not sure after all of " + trial.pairs() + " pairs";
            case UNDECIDED ->
                trial.pairs() < SequentialTrial.FIRST_LOOK
                        ? "too few pairs; " + SequentialTrial.FIRST_LOOK + " are the fewest"
                        : "not sure after " + trial.pairs() + " pairs";
        };
    }
}
