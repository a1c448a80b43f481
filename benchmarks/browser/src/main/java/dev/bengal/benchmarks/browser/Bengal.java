package dev.bengal.benchmarks.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command as a user starts it. */
final class Bengal {
    /** The folder of this repository. */
    static final Path HOME = Path.of(System.getProperty("bengal.home", "."));

    private Bengal() {}

    /** A command line of it. */
    static List<String> command(List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("bengal").toAbsolutePath().toString()));
        command.addAll(arguments);
        return command;
    }

    /** Runs it to its end. */
    static void run(String... arguments) throws IOException {
        Process process = new ProcessBuilder(command(List.of(arguments)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            throw new IOException(String.join(" ", arguments) + " ended with " + code);
        }
    }
}
