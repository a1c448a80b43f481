package dev.bengal.cli;

import dev.bengal.journal.Journal;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.report.JsonRenderer;
import dev.bengal.report.PerformanceReport;
import dev.bengal.report.TableRenderer;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.History;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf}: the last builds and the trend. */
@Command(
        name = "perf",
        description = "Shows the last recorded builds and the trend of the comparable ones.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine, also where no build is recorded yet", "2:wrong usage or a failure"})
final class PerfCommand implements Callable<Integer> {
    /** How the builds are shown. */
    enum Format {
        table,
        json
    }

    private final Surface surface;
    private final Location location;

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            defaultValue = "10",
            converter = BuildCount.class,
            description = "How many builds; ${DEFAULT-VALUE} by default.")
    private int last;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; json is the records, oldest first, exactly as stored.")
    private Format format = Format.table;

    @Option(names = "--history", paramLabel = "FILE", description = "Read this history instead of the project's own.")
    private @Nullable Path historyFile;

    PerfCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        Source source = historyFile == null ? projectHistory() : fileHistory(location.typed(historyFile));
        History history = source.store().recent(BuildFilter.ALL, last);
        new FindingsReport(surface).print(history);
        PerformanceReport report = PerformanceReport.of(history.builds());
        switch (format) {
            case json -> new JsonRenderer().render(report, surface.out());
            case table -> {
                if (history.builds().isEmpty()) {
                    surface.out().println(source.whenEmpty().get());
                }
                new TableRenderer(ZoneId.systemDefault()).render(report, surface.out());
            }
        }
        return 0;
    }

    private Source projectHistory() {
        Path root = location.root();
        Configuration configuration = Configuration.load(root);
        MetricsDirectory directory = location.metrics(root, configuration, metrics.folder);
        return new Source(
                JournalStore.of(directory, Location.project(root, configuration)), () -> emptyAnswer(root, directory));
    }

    private String emptyAnswer(Path root, MetricsDirectory directory) {
        return NearbyHistory.below(root)
                .map(folder -> "No builds are recorded in " + root + ", but there are some in " + folder
                        + ". To see them: " + surface.command() + " perf" + location.optionFor(folder))
                .orElse("No builds are recorded in " + directory.folder()
                        + " yet. To build a site and record the build: " + surface.command() + " build SITE");
    }

    private static Source fileHistory(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandException(file + " is a folder; --history names a file such as history.jsonl.");
        }
        if (Files.notExists(file)) {
            throw new CommandException(file + " does not exist; --history names a file such as history.jsonl.");
        }
        return new Source(new JournalStore(new Journal(file), "unnamed"), () -> file + " holds no builds.");
    }

    /** A history, and what to say where it holds nothing. */
    private record Source(JournalStore store, Supplier<String> whenEmpty) {}
}
