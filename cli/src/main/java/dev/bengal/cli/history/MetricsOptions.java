package dev.bengal.cli.history;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the history lies. */
public final class MetricsOptions {
    @Option(
            names = "--metrics-dir",
            paramLabel = "DIR",
            description = "The folder of the history; by default the root's .bengal-metrics folder.")
    @Nullable
    public Path folder;

    /** The option as it has to be typed again, after a space; empty where it was not given. */
    public String asTyped() {
        return folder == null ? "" : " --metrics-dir " + Location.quoted(folder);
    }
}
