package dev.bengal.formats.reading;

import dev.bengal.model.Commit;
import dev.bengal.model.Machine;
import dev.bengal.model.Measurement;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of another tool, as far as its results tell of it.
 *
 * @param format that it was read from
 * @param files that it was read from, as their users call them
 * @param time when it ran, or null where that is not told
 * @param commit what was measured, or null where that is not told
 * @param machine where it ran, or null where that is not told
 * @param tool what ran, with its version where that is told
 * @param wallMillis how long it took as a whole, or null where that is not told
 * @param phases of the whole, in their order
 * @param measurements each name once
 * @param notes sentences on what was left out
 */
public record ImportedRun(
        Format format,
        List<String> files,
        @Nullable Instant time,
        @Nullable Commit commit,
        @Nullable Machine machine,
        String tool,
        Outcome outcome,
        @Nullable Double wallMillis,
        List<PhaseMetrics> phases,
        List<Measurement> measurements,
        List<String> notes) {
    public ImportedRun {
        Objects.requireNonNull(format, "format");
        files = List.copyOf(files);
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(outcome, "outcome");
        phases = List.copyOf(phases);
        measurements = List.copyOf(measurements);
        notes = List.copyOf(notes);
    }
}
