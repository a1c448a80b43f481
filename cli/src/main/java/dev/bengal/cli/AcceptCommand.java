package dev.bengal.cli;

import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.history.RecordedCommit;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.history.Stamps;
import dev.bengal.cli.option.ReasonOption;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildFilter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf accept}: takes the level that began with a commit for the normal one. */
@Command(
        name = "accept",
        description = {
            "Takes the level that began with a commit for the normal one: builds before it are held against nothing any"
                    + " more.",
            "It is written into the history, with the reason."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong usage, or no build of that commit is recorded"})
final class AcceptCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Parameters(
            index = "0",
            paramLabel = "COMMIT",
            description = "The first commit of the new level: a revision such as HEAD~2, or the beginning of its hash.")
    private String commit = "";

    @Option(names = "--metric", paramLabel = "NAME", description = "Of this metric alone, such as total_duration_ms.")
    private @Nullable String metric;

    @Option(names = "--scenario", paramLabel = "NAME", description = "In this scenario alone, such as 'site full'.")
    private @Nullable String scenario;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    AcceptCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() {
        String why = reason.text("the new level is all right");
        HistorySource source = HistorySource.ofProject(metrics, location, surface);
        Repository repository = new Repository(location.root());
        List<BuildRecord> builds = concerned(
                new RecordedCommit(commit, repository, source.store(), BuildFilter.ALL.baselineMaterial()).builds());
        String name = metric == null
                ? null
                : builds.get(0).build().meant(metric).orElseThrow().metric().name();
        Commit accepted = Objects.requireNonNull(builds.get(0).build().commit());
        Stamps stamps = new Stamps(repository);
        for (String project : projects(builds)) {
            source.store()
                    .append(new HistoryEvent.Accepted(stamps.stamp(), project, accepted.hash(), scenario, name, why));
        }
        surface.out()
                .println("From commit " + RecordedCommit.shortened(accepted.hash()) + " on, the level of "
                        + (name == null ? "every metric" : name)
                        + (scenario == null ? "" : " in '" + scenario + "'") + " is the normal one.");
        return 0;
    }

    /** Those that have the scenario and the metric; a name with a slip in it would accept nothing and nobody would notice. */
    private List<BuildRecord> concerned(List<BuildRecord> builds) {
        List<BuildRecord> ofScenario = builds.stream()
                .filter(known -> scenario == null
                        || scenario.equals(known.build().identity().scenario().name()))
                .toList();
        if (ofScenario.isEmpty()) {
            String known = builds.stream()
                    .map(build -> "'"
                            + RecordedCommit.printable(
                                    build.build().identity().scenario().name()) + "'")
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new CommandException(
                    "No build of that commit is of scenario '" + scenario + "'; there are " + known + ".");
        }
        List<BuildRecord> measured = ofScenario.stream()
                .filter(known -> metric == null || known.build().meant(metric).isPresent())
                .toList();
        if (measured.isEmpty()) {
            throw new CommandException("No build of that commit measured '" + metric + "'; '" + surface.command()
                    + " perf changes --format json' names the metrics that changed.");
        }
        return measured;
    }

    private static Set<String> projects(List<BuildRecord> builds) {
        return builds.stream()
                .map(known -> known.build().identity().project())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
