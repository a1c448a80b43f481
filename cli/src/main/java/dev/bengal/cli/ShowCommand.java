package dev.bengal.cli;

import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.NamedBuild;
import dev.bengal.cli.option.ChartOptions;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.journal.JournalException;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CallTree;
import dev.bengal.report.build.BuildDetailRenderer;
import dev.bengal.report.build.FlameGraphRenderer;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf show}: everything that is known of one build. */
@Command(
        name = "show",
        description = "Shows one recorded build: its phases, where it allocates, and whatever else was measured.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong usage, or there is no such build"})
final class ShowCommand implements Callable<Integer> {
    /** How the build is shown. */
    enum Format {
        table,
        json
    }

    private final Surface surface;
    private final Location location;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "BUILD",
            defaultValue = "latest",
            description =
                    "latest, which is the default, or previous; or the beginning of the build's id, or of its commit's"
                            + " hash for the newest build of that commit.")
    private String build = "latest";

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Mixin
    private final ChartOptions charts = new ChartOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; json is the record exactly as stored.")
    private Format format = Format.table;

    @Option(
            names = "--flamegraph",
            paramLabel = "FILE",
            description = "Also draw who allocated what as a page for a browser; for builds with --allocations.")
    private @Nullable Path flameGraph;

    ShowCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        HistorySource source = HistorySource.of(history, location, surface);
        BuildRecord found = new NamedBuild(build, surface).in(source);
        if (flameGraph != null) {
            drawFlameGraph(found.build(), source, location.typed(flameGraph));
        }
        switch (format) {
            case json -> surface.out().println(found.line());
            case table ->
                new BuildDetailRenderer(
                                ZoneId.systemDefault(), charts.style(surface), surface.columns(Integer.MAX_VALUE))
                        .render(found, surface.out());
        }
        return 0;
    }

    private void drawFlameGraph(BuildMetrics found, HistorySource source, Path file) {
        BuildId id = found.identity().id();
        CallTree stacks = source.directory()
                .stacks()
                .read(id)
                .orElseThrow(() -> new CommandException("There are no stacks of build " + NamedBuild.printable(id)
                        + " to draw: 'bengal build --allocations' keeps them, for the newest 20 such builds."));
        try (Writer out = Files.newBufferedWriter(file)) {
            new FlameGraphRenderer(ZoneId.systemDefault()).render(found, stacks, out);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be written: " + JournalException.reason(e), e);
        }
        surface.err().println("The flame graph is in " + file + "; open it in a browser.");
    }
}
