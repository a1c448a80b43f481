/**
 * Whole-process benchmarks.
 *
 * <p>{@link dev.bengal.benchmarks.SyntheticSite} makes the input, the same bytes for the same seed.
 * {@link dev.bengal.benchmarks.SiteBenchmark} builds it in pairs of processes, one recorded and one not, and
 * {@link dev.bengal.benchmarks.Estimate} says what the pairs differ in and how sure that is.
 */
@NullMarked
package dev.bengal.benchmarks;

import org.jspecify.annotations.NullMarked;
