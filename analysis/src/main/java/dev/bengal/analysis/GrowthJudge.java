package dev.bengal.analysis;

import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a metric grew: by what the baseline's noise allows, never by two single builds. Exact metrics are compared
 * exactly, steady ones from one build, noisy ones surely from five builds only.
 */
public final class GrowthJudge {
    /** From so many builds on a candidate is a sample of its own. */
    public static final int SURE_BUILDS = 5;
    /** With so many builds a suspicion is looked at again for the first time. */
    public static final int FIRST_LOOK = 3;

    /** How the reason begins where one more look might find it better. */
    static final String PERHAPS_BETTER = "perhaps better; ";

    private static final String NOT_CONFIRMED = "more builds did not confirm it";

    private static final double SIGNIFICANT = 0.01;
    private static final double SUSPECT = 0.975;
    private static final double CERTAIN = 0.995;

    private GrowthJudge() {}

    /**
     * One metric of a candidate.
     *
     * @param candidate its builds' values, in the metric's unit
     */
    public static Comparison compare(Metric metric, Baseline baseline, double[] candidate, Limit limit) {
        double[] before = baseline.values();
        @Nullable Double middleBefore = middle(before);
        @Nullable Double middleAfter = middle(candidate);
        if (middleAfter == null) {
            return Comparison.notJudged(metric, middleBefore, null, "the candidate did not measure it");
        }
        if (middleBefore == null) {
            return Comparison.notJudged(metric, null, middleAfter, "there is nothing earlier to hold it against");
        }
        if (metric.noise() == NoiseClass.EXACT) {
            return ExactComparison.of(metric, before[before.length - 1], candidate, limit);
        }
        if (baseline.missing() > 0) {
            return Comparison.notJudged(metric, middleBefore, middleAfter, missing(baseline));
        }
        Evidence evidence = new Evidence(metric, before, candidate, limit);
        return metric.direction() == Direction.NONE
                ? evidence.comparison(Verdict.NOT_JUDGED, "neither way is the better one")
                : judge(evidence);
    }

    /**
     * The answer where a suspicious candidate was run again: worse only if it is so for the first three builds and for all, far
     * beyond noise, and if each of all is above the middle of the baseline.
     *
     * @param candidate at least five values, the first three of them from the first time
     */
    public static Comparison confirm(Metric metric, Baseline baseline, double[] candidate, Limit limit) {
        if (candidate.length < SURE_BUILDS) {
            throw new IllegalArgumentException("only " + candidate.length
                    + (candidate.length == 1 ? " build" : " builds") + "; it takes " + SURE_BUILDS);
        }
        Comparison all = compare(metric, baseline, candidate, limit);
        if (all.verdict() == Verdict.NOT_JUDGED || metric.noise() == NoiseClass.EXACT) {
            return all;
        }
        if (!isConfirmedBy(metric, baseline, Arrays.copyOf(candidate, FIRST_LOOK), limit)
                || !isConfirmedBy(metric, baseline, candidate, limit)) {
            return all.verdict() == Verdict.REGRESSED || all.verdict() == Verdict.SUSPICIOUS
                    ? all.with(Verdict.UNCHANGED, NOT_CONFIRMED)
                    : all;
        }
        Evidence evidence = new Evidence(metric, baseline.values(), candidate, limit);
        return evidence.isWhollyWorse()
                ? all.with(Verdict.REGRESSED, "confirmed by " + candidate.length + " builds")
                : all.with(Verdict.UNCHANGED, "not every build was worse");
    }

    /** The answer while a suspicious candidate is run again: as {@link #confirm} where there are enough builds for it. */
    static Comparison reconsider(Metric metric, Baseline baseline, double[] candidate, Limit limit) {
        if (candidate.length >= SURE_BUILDS) {
            return confirm(metric, baseline, candidate, limit);
        }
        Comparison judged = compare(metric, baseline, candidate, limit);
        boolean isDropped = candidate.length >= FIRST_LOOK
                && judged.verdict() == Verdict.SUSPICIOUS
                && !isConfirmedBy(metric, baseline, candidate, limit);
        return isDropped ? judged.with(Verdict.UNCHANGED, NOT_CONFIRMED) : judged;
    }

    /** Whether these builds are far enough beyond noise and limit to go on after them. */
    public static boolean isConfirmedBy(Metric metric, Baseline baseline, double[] candidate, Limit limit) {
        if (baseline.missing() > 0 || candidate.length == 0) {
            return false;
        }
        Evidence evidence = new Evidence(metric, baseline.values(), candidate, limit);
        return evidence.isBeyondLimit() && evidence.worse() > 0 && evidence.z() > evidence.student(CERTAIN);
    }

    private static Comparison judge(Evidence evidence) {
        if (!evidence.isBeyondLimit()) {
            return evidence.comparison(Verdict.UNCHANGED, evidence.limitReason());
        }
        if (evidence.metric().noise() == NoiseClass.STEADY) {
            return evidence.z() > evidence.student(CERTAIN)
                    ? evidence.comparison(evidence.sure(), "beyond the noise of a steady metric")
                    : evidence.comparison(Verdict.UNCHANGED, "within noise");
        }
        if (evidence.z() <= evidence.student(SUSPECT)) {
            return evidence.comparison(Verdict.UNCHANGED, "within noise");
        }
        if (evidence.builds() >= SURE_BUILDS && evidence.chance() < SIGNIFICANT) {
            return evidence.comparison(evidence.sure(), "beyond noise and limit");
        }
        return evidence.worse() > 0
                ? evidence.comparison(Verdict.SUSPICIOUS, unsure(evidence))
                : evidence.comparison(Verdict.UNCHANGED, PERHAPS_BETTER + unsure(evidence));
    }

    private static String unsure(Evidence evidence) {
        int more = SURE_BUILDS - evidence.builds();
        return more > 0
                ? "too few builds to be sure; " + more + " more of the same commit decide it"
                : "the builds of the candidate disagree";
    }

    private static String missing(Baseline baseline) {
        int missing = baseline.missing();
        int builds = baseline.points().size();
        return "the baseline has " + builds + (builds == 1 ? " build, " : " builds, ") + missing + " too few";
    }

    private static @Nullable Double middle(double[] values) {
        return values.length == 0 ? null : OrderStatistics.median(values);
    }
}
