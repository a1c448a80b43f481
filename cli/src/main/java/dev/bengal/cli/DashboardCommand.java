package dev.bengal.cli;

import dev.bengal.cli.history.Ancestry;
import dev.bengal.cli.history.AtomicFile;
import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.option.BuildCount;
import dev.bengal.cli.served.HistoryJudgements;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.server.DashboardFile;
import dev.bengal.server.HistoryAnswers;
import dev.bengal.site.config.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf dashboard}: the dashboard as one file. */
@Command(
        name = "dashboard",
        description = {
            "Writes the dashboard as one HTML file that asks for nothing else: it opens from a disk, from a mail or as an"
                    + " artifact of CI.",
            "It shows the newest builds: overview, timeline, each build, comparison, changes, health."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine, also where no build is recorded yet", "2:wrong usage or a failure"})
final class DashboardCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write; - prints it.")
    private Path output = Path.of("");

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            defaultValue = "300",
            converter = BuildCount.class,
            description = "How many of the newest builds, or 'all'; ${DEFAULT-VALUE} by default.")
    private int last;

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    DashboardCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        HistorySource source = HistorySource.of(history, location, surface);
        var order = history.order(location);
        HistoryJudgements judgements = new HistoryJudgements(
                source.store(),
                order::join,
                Ancestry.of(history, new Repository(location.root())),
                Configuration.load(location.root()));
        HistoryAnswers answers = new HistoryAnswers(
                source.store(), judgements, source.directory().stacks()::read);
        DashboardFile page = new DashboardFile(answers, judgements, last);
        if (output.equals(Path.of("-"))) {
            page.render(Instant.now(), surface.out());
            return 0;
        }
        Path file = location.typed(output);
        new AtomicFile(file).write(out -> page.render(Instant.now(), out));
        surface.err().println("The dashboard is in " + file + "; open it in a browser.");
        return 0;
    }
}
