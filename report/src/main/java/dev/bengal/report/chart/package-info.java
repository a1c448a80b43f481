/** What charts are drawn of: cells that are painted on, axes, curves and sparklines. */
@NullMarked
package dev.bengal.report.chart;

import org.jspecify.annotations.NullMarked;
