package dev.bengal.benchmarks.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code history.sh generate}: writes a made-up history. */
@Command(name = "generate-history", description = "Writes a made-up history.jsonl.")
public final class GenerateHistoryCommand implements Callable<Integer> {
    @Option(names = "--builds", paramLabel = "N", defaultValue = "1000", description = "By default ${DEFAULT-VALUE}.")
    private int builds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "By default ${DEFAULT-VALUE}.")
    private long seed;

    @Parameters(paramLabel = "DIR", description = "The project's folder; the history goes to .bengal-metrics in it.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        new SyntheticHistory(builds, seed).writeTo(folder.resolve(".bengal-metrics/history.jsonl"));
        return 0;
    }
}
