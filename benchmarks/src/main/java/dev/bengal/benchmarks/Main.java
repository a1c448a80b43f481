package dev.bengal.benchmarks;

import dev.bengal.benchmarks.history.GenerateHistoryCommand;
import dev.bengal.benchmarks.history.MeasureHistoryCommand;
import dev.bengal.benchmarks.sites.SitesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** Starts the benchmarks; {@code site.sh} and {@code start.sh} do so. */
@Command(
        name = "site.sh",
        description = "Builds synthetic sites, recorded and not, and tells what recording costs.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            MeasureCommand.class,
            AllocationsCommand.class,
            PiecesCommand.class,
            AccuracyCommand.class,
            GenerateCommand.class,
            StartCommand.class,
            MavenCommand.class,
            SitesCommand.class,
            GenerateHistoryCommand.class,
            MeasureHistoryCommand.class
        })
final class Main {
    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
