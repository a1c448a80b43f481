package dev.bengal.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code site.sh generate}: writes a synthetic site, to look at or to measure by hand. */
@Command(name = "generate", description = "Writes a synthetic site.")
final class GenerateCommand implements Callable<Integer> {
    @Option(names = "--pages", paramLabel = "N", defaultValue = "100", description = "By default ${DEFAULT-VALUE}.")
    private int pages;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "By default ${DEFAULT-VALUE}.")
    private long seed;

    @Parameters(paramLabel = "DIR", description = "An empty or a new folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        new SyntheticSite(pages, seed).writeTo(folder);
        return 0;
    }
}
