package dev.bengal.cli;

import dev.bengal.analysis.bench.BenchResult;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.journal.JournalException;
import dev.bengal.report.experiment.BenchCsvRenderer;
import dev.bengal.report.experiment.BenchJsonRenderer;
import dev.bengal.report.experiment.BenchMarkdownRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that a bench writes its result to. */
final class BenchExports {
    @Option(names = "--export-json", paramLabel = "FILE", description = "Write the result with every run as JSON.")
    private @Nullable Path json;

    @Option(names = "--export-csv", paramLabel = "FILE", description = "Write the result as CSV, a command a line.")
    private @Nullable Path csv;

    @Option(names = "--export-markdown", paramLabel = "FILE", description = "Write the result as a Markdown table.")
    private @Nullable Path markdown;

    /** Finds out before minutes are spent what could not be written after them. */
    void requireWritable(Location location) {
        Stream.of(json, csv, markdown).filter(Objects::nonNull).forEach(path -> {
            Path file = location.typed(Objects.requireNonNull(path));
            Path folder = file.toAbsolutePath().getParent();
            if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
                throw new CommandException(file + " cannot be written: "
                        + (Files.isDirectory(file) ? "it is a folder" : folder + " does not exist") + ".");
            }
        });
    }

    void write(BenchResult result, Location location) {
        write(json, new BenchJsonRenderer()::render, result, location);
        write(csv, new BenchCsvRenderer()::render, result, location);
        write(markdown, new BenchMarkdownRenderer()::render, result, location);
    }

    private static void write(@Nullable Path path, Renderer renderer, BenchResult result, Location location) {
        if (path == null) {
            return;
        }
        Path file = location.typed(path);
        try {
            StringBuilder text = new StringBuilder();
            renderer.render(result, text);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandException(
                    file + " cannot be written: " + JournalException.reason(e)
                            + ". The runs are recorded all the same.",
                    e);
        }
    }

    private interface Renderer {
        void render(BenchResult result, Appendable out) throws IOException;
    }
}
