package dev.bengal.experiment;

import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one command took.
 *
 * @param refusal why it could not be started, or null
 * @param exitCode as a shell tells it: 128 and the number of a signal, 127 for a program that is not there, 126 for one that
 *     cannot be run
 * @param outcome interrupted where a signal came to us, else by the exit code
 * @param wallMillis from just before the process is made to the news of its end
 * @param userMillis null where it cannot be read, like {@code systemMillis}
 * @param memory the highest figures that were seen; empty where it ended before anybody looked
 */
record CommandReading(
        @Nullable String refusal,
        int exitCode,
        Outcome outcome,
        double wallMillis,
        @Nullable Double userMillis,
        @Nullable Double systemMillis,
        IoVolume io,
        Optional<TreeReading> memory,
        List<PhaseMetrics> phases,
        double unattributedMillis) {}
