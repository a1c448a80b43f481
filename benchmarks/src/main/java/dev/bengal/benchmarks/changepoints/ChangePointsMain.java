package dev.bengal.benchmarks.changepoints;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** Starts the scores; {@code changepoints.sh} does so. */
@Command(
        name = "changepoints.sh",
        description = "Tells how well changes are found and builds are judged, on series of which the truth is known.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {ScoreCommand.class, GenerateSeriesCommand.class, PowerCommand.class})
final class ChangePointsMain {
    private ChangePointsMain() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ChangePointsMain()).execute(arguments));
    }
}
