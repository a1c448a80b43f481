package dev.bengal.cli;

import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.CollectionLog;
import java.nio.file.Path;

/** Starts {@code bengal}. */
public final class Main {
    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        // Also of a command line that turns out to be wrong no log may be left. Most commands have none, and load
        // nothing for it.
        if (System.getProperty(CollectionLog.PROPERTY) != null) {
            CollectionLog.claim();
        }
        System.exit(run(Path.of("").toAbsolutePath(), arguments));
    }

    /** Runs the command with the streams of this process. */
    static int run(Path workingFolder, String... arguments) {
        Surface surface = Surface.ofThisProcess();
        int exitCode = Bengal.run(surface, workingFolder, arguments);
        surface.flush();
        return exitCode;
    }
}
