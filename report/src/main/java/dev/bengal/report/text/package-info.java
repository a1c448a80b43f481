/** Figures, names and tables in plain text, as wide as a terminal is. */
@NullMarked
package dev.bengal.report.text;

import org.jspecify.annotations.NullMarked;
