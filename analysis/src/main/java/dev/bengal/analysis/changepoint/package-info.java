/**
 * Where a series stepped. {@link dev.bengal.analysis.changepoint.ChangePointDetector} looks back on a whole one, {@link
 * dev.bengal.analysis.changepoint.ChangeAlarm} watches one grow.
 */
@NullMarked
package dev.bengal.analysis.changepoint;

import org.jspecify.annotations.NullMarked;
