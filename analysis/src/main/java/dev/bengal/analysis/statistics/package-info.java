/**
 * The arithmetic beneath every answer, on plain arrays: order statistics, shifts, and the exact distributions of ranks.
 * Nothing here assumes a normal distribution of what was measured, and nothing draws at random.
 */
@NullMarked
package dev.bengal.analysis.statistics;

import org.jspecify.annotations.NullMarked;
