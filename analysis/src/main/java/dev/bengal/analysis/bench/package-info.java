/**
 * What repeated runs of commands say: {@link dev.bengal.analysis.bench.RunSummary} of one command,
 * {@link dev.bengal.analysis.bench.BenchRatio} of two, {@link dev.bengal.analysis.bench.BenchResult} of all.
 */
@NullMarked
package dev.bengal.analysis.bench;

import org.jspecify.annotations.NullMarked;
