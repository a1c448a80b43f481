package dev.bengal.cli;

import dev.bengal.analysis.Baseline;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Landmarks;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.history.Stamps;
import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.option.BuildCount;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.journal.Journal;
import dev.bengal.report.text.Label;
import dev.bengal.store.SharedStoreException;
import dev.bengal.store.upkeep.PrunableBuild;
import dev.bengal.store.upkeep.Pruning;
import dev.bengal.store.upkeep.PruningPlan;
import dev.bengal.store.upkeep.Retention;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf prune}: thins old builds into an archive. */
@Command(
        name = "prune",
        description = {
            "Moves old builds to a compressed archive beside the history.",
            "Of each project, scenario, branch and environment the newest builds stay, then one a day, then one a week."
                    + " Builds of tagged commits, of accepted changes and around change points always stay.",
            "Where several machines share a history in PostgreSQL, it lets go of the moved builds too."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine, also where nothing was to be moved", "2:wrong usage or a failure"})
final class PruneCommand implements Callable<Integer> {
    private static final int WARNINGS = 5;
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Surface surface;
    private final Location location;

    @Option(
            names = "--keep",
            paramLabel = "N",
            required = true,
            converter = BuildCount.class,
            description = "How many of the newest builds stay, whatever their age.")
    private int keep;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "90",
            description = "For how many days before these one build a day stays; ${DEFAULT-VALUE} by default.")
    private int days;

    @Option(
            names = "--without-tags",
            description = "Go on where git does not tell which commits are tagged; their builds may be moved too.")
    private boolean withoutTags;

    @Option(names = "--dry-run", description = "Only say what would be moved.")
    private boolean dryRun;

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    PruneCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        if (days < 0) {
            throw new CommandException("--days is " + days + "; give 0 or more.");
        }
        HistorySource source = HistorySource.ofProject(metrics, location, surface);
        Journal journal = source.directory().journal();
        Repository repository = new Repository(location.root());
        Optional<Set<String>> tagged = repository.tagged();
        Landmarks landmarks =
                Landmarks.of(source.store(), tagged.orElse(Set.of()), repository.order(Integer.MAX_VALUE));
        boolean isSure = tagged.isPresent() || withoutTags;
        Pruning pruning = new Pruning(journal, source.project(), build -> {
            requireTags(isSure || build.build().commit() == null);
            return landmarks.contains(build);
        });
        PruningPlan whole = pruning.plan(new Retention(keep, days));
        List<PrunableBuild> plan = whole.going();
        if (plan.isEmpty()) {
            surface.out().println("Nothing to move: " + whyNothing(whole.older(keep)) + ".");
            return 0;
        }
        warnOf(whole.fallingBelow(Baseline.FEWEST_BUILDS));
        String what = plan.size() + (plan.size() == 1 ? " build" : " builds") + ", of "
                + day(plan.get(0).start()) + " to "
                + day(plan.get(plan.size() - 1).start());
        if (dryRun) {
            surface.out().println("Would move " + what + ".");
            return 0;
        }
        StoreSetting shared = source.shared();
        // The archive is to hold nothing that those who share the history have never seen.
        shared.deliverAll(source.directory(), source.project(), surface);
        Path archive = source.directory()
                .folder()
                .resolve("archive")
                .resolve("history-" + FILE_TIME.format(Instant.now()) + ".jsonl.gz");
        long moved = pruning.move(plan, archive, new Stamps(repository)::stamp);
        surface.out()
                .println(
                        moved == plan.size()
                                ? "Moved " + what + ", to " + archive + "."
                                : "Moved " + moved + " of " + what + "; another prune moved the rest meanwhile.");
        if (moved > 0 && !shared.equals(StoreSetting.NONE)) {
            leave(shared, source);
        }
        return 0;
    }

    private static String whyNothing(long older) {
        if (older == 0) {
            return "no more builds than are kept";
        }
        return older == 1
                ? "the one older build stands for its day or week, or is of a tag, an accepted change or a change point"
                : "the " + older + " older builds stand for their day or week, or are of tags, accepted changes or"
                        + " change points";
    }

    /** @param falling how many builds that count are left of each */
    private void warnOf(Map<PrunableBuild.Group, Long> falling) {
        falling.entrySet().stream()
                .limit(WARNINGS)
                .forEach(group -> surface.warn("Of '" + named(group.getKey()) + " " + group.getValue()
                        + (group.getValue() == 1 ? " build that counts stays" : " builds that count stay")
                        + ", and 'perf check' needs " + Baseline.FEWEST_BUILDS
                        + " to hold others against; a larger --keep leaves more."));
        if (falling.size() > WARNINGS) {
            surface.warn(
                    "So it is with " + (falling.size() - WARNINGS) + " more scenarios, branches and environments.");
        }
    }

    private static String named(PrunableBuild.Group group) {
        return Label.printable(group.scenario()) + "'"
                + (group.branch().isEmpty() ? "" : " on " + Label.printable(group.branch()));
    }

    private void leave(StoreSetting shared, HistorySource source) {
        try {
            shared.deliverAll(source.directory(), source.project(), surface);
            surface.out()
                    .println("They leave " + shared.shown()
                            + " as well, for everyone; keep the archive where it lasts.");
        } catch (SharedStoreException e) {
            surface.warn(e.getMessage() + " The moved builds stay there until 'bengal perf sync' reaches it; keep the"
                    + " archive where it lasts.");
        }
    }

    private static void requireTags(boolean isSure) {
        if (!isSure) {
            throw new CommandException(
                    "git does not tell which commits are tagged, and builds of these are to stay; nothing was"
                            + " moved. Run it where git and the repository are, or with --without-tags.");
        }
    }

    private static String day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
