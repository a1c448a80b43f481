/**
 * The log of a build's phases: a line for each as it ends, from the very numbers that the record gets.
 *
 * <pre>{@code
 * collector.onPhaseEnd(new PhaseLogger(PhaseFormat.MEMORY));
 * }</pre>
 *
 * <p>logs through SLF4J, under the name {@code dev.bengal.phases} and at level INFO.
 */
@NullMarked
package dev.bengal.site.log;

import org.jspecify.annotations.NullMarked;
