package dev.bengal.analysis;

import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import java.util.Arrays;

/** Compares what has no noise: a page count is another one, or it is not. */
final class ExactComparison {
    private ExactComparison() {}

    /** @param before of the newest build of the baseline */
    static Comparison of(Metric metric, double before, double[] candidate, Limit limit) {
        double after = OrderStatistics.median(candidate);
        double lowest = Arrays.stream(candidate).min().orElse(after);
        double highest = Arrays.stream(candidate).max().orElse(after);
        if (lowest != highest) {
            return Comparison.notJudged(
                    metric, before, after, "an exact metric, and the builds of the candidate disagree about it");
        }
        boolean relative = before > 0;
        double change = relative ? after / before - 1 : after - before;
        Effect effect = new Effect(change, new Interval(change, change), relative);
        return new Comparison(
                metric, before, after, effect, verdict(metric, before, after, limit), reason(before, after), 0.0, null);
    }

    private static Verdict verdict(Metric metric, double before, double after, Limit limit) {
        if (before == after || (metric.direction() != Direction.NONE && !limit.isReachedBy(before, after))) {
            return Verdict.UNCHANGED;
        }
        if (metric.direction() == Direction.NONE) {
            return Verdict.NOT_JUDGED;
        }
        return after > before == (metric.direction() == Direction.LOWER) ? Verdict.REGRESSED : Verdict.IMPROVED;
    }

    private static String reason(double before, double after) {
        return before == after ? "exactly the same" : "an exact metric, and it changed";
    }
}
