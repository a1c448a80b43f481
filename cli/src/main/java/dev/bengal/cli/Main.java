package dev.bengal.cli;

import java.nio.file.Path;

/** Starts {@code bengal}. */
public final class Main {
    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        Surface surface = Surface.ofThisProcess();
        int exitCode = Bengal.run(surface, Path.of("").toAbsolutePath(), arguments);
        surface.flush();
        System.exit(exitCode);
    }
}
