package dev.bengal.benchmarks.changepoints;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints labelled series. */
@Command(name = "generate", description = "Prints labelled series as JSON lines, the same for the same seed.")
final class GenerateSeriesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--seed", defaultValue = "1", description = "${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(names = "--count", defaultValue = "450", description = "How many; ${DEFAULT-VALUE} by default.")
    private int count;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        ScoreCommand.Fresh.series(seed, count).map(SeriesFile::line).forEach(out::println);
        out.flush();
    }
}
