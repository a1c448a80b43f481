/**
 * The words: what one recorded build is made of, and what a metric is.
 *
 * <p>{@link dev.bengal.model.BuildMetrics} is one build: its {@link dev.bengal.model.BuildIdentity}, its
 * {@link dev.bengal.model.BuildStats}, the {@link dev.bengal.model.Commit} it built, its
 * {@link dev.bengal.model.Totals}, its {@link dev.bengal.model.PhaseMetrics phases} and the
 * {@link dev.bengal.model.Environment} it ran in. A {@link dev.bengal.model.Metric} says in which unit a value is, which
 * way is better and how noisy it is by nature; a {@link dev.bengal.model.Series} follows one metric over builds.
 *
 * <p>{@link dev.bengal.model.TopAllocators} says which places in the code allocated most, {@link dev.bengal.model.CallTree}
 * who called them.
 *
 * <p>Every type is immutable. A number that was not measured is {@code null}, never 0.
 */
@NullMarked
package dev.bengal.model;

import org.jspecify.annotations.NullMarked;
