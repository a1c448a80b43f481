/** Builds over time: table, chart, CSV, JSON, Markdown, summary, badge, and where a level changed. {@link dev.bengal.report.history.PerformanceReport} is what most of them draw, so that no two pictures disagree. */
@NullMarked
package dev.bengal.report.history;

import org.jspecify.annotations.NullMarked;
