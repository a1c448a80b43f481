/**
 * What the numbers say: pure functions from builds to answers, without clock, file or chance.
 *
 * <p>{@link dev.bengal.analysis.ComparableBuilds} picks the builds whose numbers may be held against each other;
 * {@link dev.bengal.analysis.Trend} tells how far one metric moved over them, without judging.
 *
 * <p>A judgement goes from {@link dev.bengal.analysis.PerformanceValidator} (all metrics of a candidate, with {@link
 * dev.bengal.analysis.Thresholds} and {@link dev.bengal.analysis.Budgets}) by {@link dev.bengal.analysis.CurrentSegment} and {@link
 * dev.bengal.analysis.Baseline} to {@link dev.bengal.analysis.GrowthJudge}, which gives a {@link dev.bengal.analysis.Comparison}
 * with its {@link dev.bengal.analysis.Verdict}. {@link dev.bengal.analysis.Explanation} says where a change comes from, {@link
 * dev.bengal.analysis.SequentialTrial} decides between two commits pair by pair, and {@link dev.bengal.analysis.SelfTest} tells what
 * all this is worth on a given history.
 */
@NullMarked
package dev.bengal.analysis;

import org.jspecify.annotations.NullMarked;
