package dev.bengal.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Starts the benchmarks; {@code site.sh} does so. */
@Command(
        name = "site.sh",
        description = "Builds synthetic sites, recorded and not, and tells what recording costs.",
        subcommands = {MeasureCommand.class, GenerateCommand.class})
final class Main {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help message and exit.")
    private boolean help;

    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
