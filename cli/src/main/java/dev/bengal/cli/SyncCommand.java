package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.option.GitBranchOptions;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.Delivery;
import dev.bengal.store.Outbox;
import dev.bengal.store.SharedStore;
import dev.bengal.store.git.GitSync;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf sync}: delivers to the shared history what it does not have yet. */
@Command(
        name = "sync",
        description = {
            "Delivers to the shared history what this machine recorded while that was out of reach.",
            "With --git the shared history is a branch of a git repository: what is there comes here, too. Neither the"
                    + " working tree nor the index is touched."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the shared history has all that is recorded here, but for damaged lines; with --fetch-only, what is there"
                    + " was brought in",
            "2:wrong usage, there is no shared history, or it does not take all of the builds"
        })
final class SyncCommand implements Callable<Integer> {
    private static final int FINDINGS_SHOWN = 10;
    private static final Duration HOWEVER_LONG = Duration.ofDays(1);

    private final Surface surface;
    private final Location location;

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    @Option(
            names = "--all",
            description =
                    "Offer all builds again, as after the database was made anew; what is there already stays as it is.")
    private boolean all;

    @Mixin
    private final GitBranchOptions git = new GitBranchOptions();

    @Option(
            names = "--fetch-only",
            description =
                    "With --git: bring in what is there and send nothing, as where the branch may not be written.")
    private boolean isFetchOnly;

    SyncCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        requireFittingOptions();
        Path root = location.root();
        Configuration configuration = Configuration.load(root);
        MetricsDirectory directory = location.metrics(root, configuration, metrics.folder);
        return git.isGit ? syncBranch(root, directory) : deliver(root, configuration, directory);
    }

    private void requireFittingOptions() {
        if (git.isGit && all) {
            throw new CommandException("--all is for a database; --git compares all builds each time.");
        }
        if (!git.isGit && (git.isNamed() || isFetchOnly)) {
            throw new CommandException("--remote, --branch and --fetch-only need --git.");
        }
    }

    private int syncBranch(Path root, MetricsDirectory directory) {
        directory.create();
        GitSync.Result result =
                git.sync(directory.journal(), root, isFetchOnly ? GitSync.Direction.FETCH : GitSync.Direction.BOTH);
        result.findings().stream().limit(FINDINGS_SHOWN).forEach(surface.err()::println);
        if (!result.findings().isEmpty()) {
            surface.warn(count(result.findings().size(), "damaged line")
                    + " here stayed behind; 'bengal perf doctor' sets" + " such lines aside.");
        }
        surface.out().println(isFetchOnly ? sentenceOfFetching(result) : sentence(result));
        return 0;
    }

    private static String sentenceOfFetching(GitSync.Result result) {
        return result.wasThere()
                ? "Brought in " + brought(result) + " from " + result.name() + "."
                : "There is no history yet on " + result.name() + "; a sync that sends makes it.";
    }

    private static String sentence(GitSync.Result result) {
        String removed = result.removed() == 0
                ? ""
                : " " + count(result.removed(), "pruned build") + (result.removed() == 1 ? " is" : " are")
                        + " not there any more.";
        return "Brought in " + brought(result) + " from " + result.name() + ", and sent "
                + (result.sent() == 0 ? "none" : result.sent() + (result.sent() == 1 ? " line" : " lines")) + "."
                + removed;
    }

    private static String brought(GitSync.Result result) {
        return count(result.broughtBuilds(), "build")
                + (result.broughtEvents() == 0 ? "" : " and " + count(result.broughtEvents(), "event"));
    }

    private int deliver(Path root, Configuration configuration, MetricsDirectory directory) {
        SharedStore shared = StoreSetting.of(configuration, surface)
                .shared(Location.project(root, configuration), StoreSetting.WHEN_ASKED, surface)
                .orElseThrow(() -> new CommandException("No shared history is set up: [perf] store in bengal.toml, or "
                        + StoreSetting.VARIABLE + ", names one, such as postgresql://USER@HOST/DATABASE."));
        // Asked first, so that a server out of reach is one, also where nothing waits for it.
        shared.recent(BuildFilter.ALL, BuildOrder.BY_START, 1);
        Outbox outbox = new Outbox(directory.journal(), shared);
        if (all) {
            outbox.forget();
        }
        Delivery delivery = outbox.deliver(HOWEVER_LONG);
        surface.out().println(sentence(delivery, shared.name()));
        return 0;
    }

    /** What was delivered, where that is all. */
    static String sentence(Delivery delivery, String name) {
        String delivered = count(delivery.builds(), "build")
                + (delivery.events() == 0 ? "" : " and " + count(delivery.events(), "event"))
                + (delivery.builds() + delivery.events() == 1 ? " was" : " were") + " new to " + name;
        if (!delivery.isWhole()) {
            throw new CommandException(
                    delivered + ", and there is more: the history was written anew meanwhile. Run it again.");
        }
        return delivery.builds() + delivery.events() == 0
                ? name + " has everything that is recorded here."
                : delivered + ".";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
