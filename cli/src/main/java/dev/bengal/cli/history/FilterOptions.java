package dev.bengal.cli.history;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.store.BuildFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which builds of a history are meant. */
public final class FilterOptions {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = PointInTime.class,
            description = "Started then or later: 2026-03-04, 2026-03-04T05:06, or 30d (12h, 2w) for so long ago.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = PointInTime.class,
            description = "Started before that; a day is meant from its beginning.")
    private @Nullable Instant until;

    @Option(names = "--branch", paramLabel = "NAME", description = "Of this branch.")
    private @Nullable String branch;

    @Option(names = "--scenario", paramLabel = "NAME", description = "Of this scenario, such as 'site full'.")
    private @Nullable String scenario;

    @Option(
            names = "--environment",
            paramLabel = "ID",
            description = "In this environment: its fingerprint, or the beginning of it.")
    private @Nullable String environment;

    /** The builds that fulfil all that was asked for. */
    public BuildFilter filter() {
        if (since != null && until != null && !since.isBefore(until)) {
            throw new CommandException("--since is not before --until; no build can have started in between.");
        }
        BuildFilter filter = BuildFilter.ALL;
        filter = since == null ? filter : filter.since(since);
        filter = until == null ? filter : filter.until(until);
        filter = branch == null ? filter : filter.branch(branch);
        filter = scenario == null ? filter : filter.scenario(scenario);
        return environment == null ? filter : filter.environment(environment);
    }

    /**
     * What to say where builds are recorded, but none that was asked for; where nobody recorded the scenario, which there are.
     *
     * @param demand what else they were to be, such as {@code " and a success"}; empty where nothing
     */
    public String whenNone(HistorySource source, long recorded, String demand) {
        return ScenarioNames.whenUnknown(scenario, source, recorded)
                .orElse("None of the " + recorded + " recorded builds is of that sort" + demand + ".");
    }
}
