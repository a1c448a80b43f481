package dev.bengal.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which history is read. */
final class HistoryOptions {
    @Mixin
    final MetricsOptions metrics = new MetricsOptions();

    @Option(names = "--history", paramLabel = "FILE", description = "Read this history instead of the project's own.")
    @Nullable
    Path file;
}
