package dev.bengal.experiment;

import dev.bengal.model.BuildMetrics;
import java.util.Objects;
import java.util.Optional;

/**
 * A command that was run, and its record, which is not saved yet.
 *
 * @param exitCode as a shell tells it
 * @param refusal why the command could not be started
 */
public record RecordedCommand(BuildMetrics build, int exitCode, Optional<String> refusal) {
    public RecordedCommand {
        Objects.requireNonNull(build, "build");
    }
}
