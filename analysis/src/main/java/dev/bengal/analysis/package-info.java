/**
 * What the numbers say: pure functions from builds to answers, without clock, file or chance.
 *
 * <p>{@link dev.bengal.analysis.ComparableBuilds} picks the builds whose numbers may be held against each other;
 * {@link dev.bengal.analysis.Trend} tells how far one metric moved over them.
 */
@NullMarked
package dev.bengal.analysis;

import org.jspecify.annotations.NullMarked;
