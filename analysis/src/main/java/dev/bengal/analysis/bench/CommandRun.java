package dev.bengal.analysis.bench;

import dev.bengal.model.BuildId;
import org.jspecify.annotations.Nullable;

/**
 * One measured run of a command.
 *
 * @param build under which the run was recorded, or null
 * @param userMillis null where it was not measured, like {@code systemMillis} and {@code peakMebibytes}
 * @param exitCode as a shell tells it: 128 and the number of the signal that ended the command
 */
public record CommandRun(
        @Nullable BuildId build,
        double wallMillis,
        @Nullable Double userMillis,
        @Nullable Double systemMillis,
        @Nullable Double peakMebibytes,
        int exitCode) {}
