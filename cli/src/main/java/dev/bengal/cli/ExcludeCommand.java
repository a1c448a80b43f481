package dev.bengal.cli;

import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.history.NamedBuild;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.history.Stamps;
import dev.bengal.cli.option.ReasonOption;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf exclude}: takes a build out of every judgement. */
@Command(
        name = "exclude",
        description = "Takes a build out of every judgement: it is still shown, but nothing is held against it.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong usage, or there is no such build"})
final class ExcludeCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Parameters(
            index = "0",
            paramLabel = "BUILD",
            description = "latest, previous, or the beginning of the build's id or of its commit's hash.")
    private String build = "";

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    @Option(names = "--undo", description = "Let an excluded build count again.")
    private boolean undo;

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    ExcludeCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        String why = reason.text("the build is not to count");
        HistorySource source = HistorySource.ofProject(metrics, location, surface);
        BuildRecord known = new NamedBuild(build, surface).in(source);
        BuildId id = known.build().identity().id();
        if (undo && known.excluded() == null) {
            surface.out().println("Build " + NamedBuild.printable(id) + " is not excluded; it counts already.");
            return 0;
        }
        HistoryEvent.Stamp stamp = new Stamps(new Repository(location.root())).stamp();
        source.store()
                .append(undo ? new HistoryEvent.Included(stamp, id, why) : new HistoryEvent.Excluded(stamp, id, why));
        surface.out()
                .println("Build " + NamedBuild.printable(id)
                        + (undo
                                ? " counts again."
                                : " counts in no judgement from now on. To take that back: "
                                        + surface.command() + " perf exclude " + NamedBuild.printable(id)
                                        + " --undo --why ..."));
        return 0;
    }
}
