/**
 * Runs commands on purpose and measures them from outside.
 *
 * <p>{@link dev.bengal.experiment.CommandRecorder} runs one {@link dev.bengal.experiment.Command} and makes a record of it;
 * {@link dev.bengal.experiment.Bench} runs several in turn, again and again. Nothing here changes what a command reads,
 * writes, or ends with.
 */
@NullMarked
package dev.bengal.experiment;

import org.jspecify.annotations.NullMarked;
