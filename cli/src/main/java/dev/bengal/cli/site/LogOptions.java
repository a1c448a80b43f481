package dev.bengal.cli.site;

import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.site.log.PhaseFormat;
import dev.bengal.site.log.PhaseLogger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how each phase is told of as it ends. */
public final class LogOptions {
    @Option(names = "--log", description = "Print a line on stderr for each phase as it ends.")
    private boolean log;

    @Option(names = "--log-memory", description = "The same with the change and the peak of the memory.")
    private boolean memory;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "The same as text or as JSON lines: ${COMPLETION-CANDIDATES}.")
    private @Nullable Format format;

    /** Attaches the log that was asked for. Call it before the build starts. */
    public void attach(PerformanceCollector collector, Surface surface) {
        format().ifPresent(chosen -> collector.onPhaseEnd(new PhaseLogger(chosen, surface.err()::println)));
    }

    private Optional<PhaseFormat> format() {
        if (format == Format.json) {
            return Optional.of(PhaseFormat.JSON);
        }
        if (memory) {
            return Optional.of(PhaseFormat.MEMORY);
        }
        return log || format != null ? Optional.of(PhaseFormat.TIME) : Optional.empty();
    }

    /** As it is typed. */
    enum Format {
        text,
        json
    }
}
