/** Verdicts, as a table, as JSON and Markdown, and as a comment on a change. {@link dev.bengal.report.judged.JudgedReport} is what all of them draw. Nothing is computed here that the analysis has not said. */
@NullMarked
package dev.bengal.report.judged;

import org.jspecify.annotations.NullMarked;
