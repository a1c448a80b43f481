/** What was run on purpose: bench, trials of two sides, bisections and backfills. */
@NullMarked
package dev.bengal.report.experiment;

import org.jspecify.annotations.NullMarked;
