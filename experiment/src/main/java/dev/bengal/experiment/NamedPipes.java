package dev.bengal.experiment;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Two pipes with names, for what a command writes. The JDK closes its own pipes when a process ends, whoever else still writes into them:
 * a logger that a script has started would lose its last lines, and its life.
 *
 * @param folder that holds both, and nothing else
 */
record NamedPipes(Path folder) implements AutoCloseable {
    /** Both; empty where the system makes none. */
    static Optional<NamedPipes> make() {
        try {
            NamedPipes pipes = new NamedPipes(Files.createTempDirectory("bengal-output"));
            if (pipes.isMade()) {
                return Optional.of(pipes);
            }
            pipes.close();
        } catch (IOException e) {
            // The pipes of the JDK have to do.
        }
        return Optional.empty();
    }

    private boolean isMade() {
        try {
            Process process = new ProcessBuilder("mkfifo", "-m", "600", output().getPath(), errors().getPath())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    File output() {
        return folder.resolve("out").toFile();
    }

    File errors() {
        return folder.resolve("err").toFile();
    }

    /** Takes the names away; who has a pipe open keeps it. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(output().toPath());
            Files.deleteIfExists(errors().toPath());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // An empty pipe is left in the folder for such things.
        }
    }
}
