/**
 * One report, many renderers: what is printed, saved or sent is drawn from a
 * {@link dev.bengal.report.PerformanceReport} or a {@link dev.bengal.report.BuildReport}, so that no two pictures
 * disagree. Nothing is computed here that the analysis has not said.
 */
@NullMarked
package dev.bengal.report;

import org.jspecify.annotations.NullMarked;
