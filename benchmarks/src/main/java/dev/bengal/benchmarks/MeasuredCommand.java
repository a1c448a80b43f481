package dev.bengal.benchmarks;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The {@code bengal} that is measured. */
public final class MeasuredCommand {
    @Option(
            names = "--bengal",
            paramLabel = "FILE",
            defaultValue = "${sys:bengal.home}/bengal",
            description = "The command that is measured; by default that of this checkout.")
    @SuppressWarnings("NullAway.Init")
    private Path bengal;

    /** Its absolute path. */
    public Path path() {
        return bengal.toAbsolutePath();
    }
}
