package dev.bengal.cli;

import dev.bengal.journal.MetricsDirectory;
import java.nio.file.Path;

/**
 * Runs {@code bengal perf} alone where a {@link TrainingRun} was before: the training run for an archive of its own. The JVM goes through all of
 * an archive at its start, so a command that is over in a moment gains by one that holds nothing else.
 */
public final class PerfTrainingRun {
    private PerfTrainingRun() {}

    /** Where the training run leaves a history that is read without an index. */
    static Path shortHistory(Path site) {
        return site.resolve("short").resolve(MetricsDirectory.NAME);
    }

    /** Takes the folder of the site and the file that is native of the index. Exits with 0 where every command did. */
    public static void main(String[] arguments) {
        Path site = Path.of(arguments[0]);
        Path library = Path.of(arguments[1]).toAbsolutePath();
        System.setProperty("org.sqlite.lib.path", String.valueOf(library.getParent()));
        System.setProperty("org.sqlite.lib.name", String.valueOf(library.getFileName()));
        System.exit(perf(shortHistory(site).resolveSibling("")) + perf(site));
    }

    private static int perf(Path root) {
        return Main.run(root, "perf");
    }
}
