package dev.bengal.cli;

import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.model.BuildMetrics;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/** Whether recorded builds spare new ones. */
final class ReuseOption {
    @Option(
            names = "--fresh",
            description = "Build everything anew, also where the history has builds of the same commit, scenario,"
                    + " environment and command.")
    private boolean isFresh;

    /** Finds the builds of a commit that are like another one and have the metric. */
    BiFunction<String, BuildMetrics, List<BuildMetrics>> history(
            MetricsOptions metrics, String metric, Location location, Surface surface) {
        return isFresh
                ? (commit, like) -> List.of()
                : new Reusable(
                        HistorySource.ofProject(metrics, location, surface).store(), metric);
    }
}
