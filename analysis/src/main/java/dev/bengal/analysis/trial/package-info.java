/** Two commits built in turn on one machine: {@link dev.bengal.analysis.trial.MetricTrial} judges a metric of the pairs. */
@NullMarked
package dev.bengal.analysis.trial;

import org.jspecify.annotations.NullMarked;
