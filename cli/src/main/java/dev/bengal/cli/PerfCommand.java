package dev.bengal.cli;

import dev.bengal.report.JsonRenderer;
import dev.bengal.report.PerformanceReport;
import dev.bengal.report.TableRenderer;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.History;
import java.io.IOException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
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
        exitCodeList = {"0:fine, also where no build is recorded yet", "2:wrong usage or a failure"},
        subcommands = {ShowCommand.class, SyncCommand.class})
final class PerfCommand implements Callable<Integer> {
    /** How the builds are shown. */
    enum Format {
        table,
        json
    }

    private final Surface surface;
    private final Location location;

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

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

    PerfCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        HistorySource source = HistorySource.of(history, location, surface);
        History recent = source.store().recent(BuildFilter.ALL, BuildOrder.BY_COMMIT, last);
        new FindingsReport(surface).print(recent);
        PerformanceReport report = PerformanceReport.of(recent.builds());
        switch (format) {
            case json -> new JsonRenderer().render(report, surface.out());
            case table -> {
                if (recent.builds().isEmpty()) {
                    surface.out().println(source.whenEmpty().get());
                }
                new TableRenderer(ZoneId.systemDefault()).render(report, surface.out());
            }
        }
        return 0;
    }
}
