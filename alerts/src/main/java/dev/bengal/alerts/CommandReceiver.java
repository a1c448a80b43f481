package dev.bengal.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a program without a shell; it reads the notice as JSON. What comes from a record is in no argument of it. */
public final class CommandReceiver implements Receiver {
    private static final int PATIENCE_SECONDS = 60;

    private final String name;
    private final List<String> command;
    private final Path folder;

    /**
     * A command.
     *
     * @param command the program and its arguments
     * @param folder that it runs in
     */
    public CommandReceiver(String name, List<String> command, Path folder) {
        this.name = Objects.requireNonNull(name, "name");
        this.command = List.copyOf(command);
        this.folder = Objects.requireNonNull(folder, "folder");
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command has at least the name of a program");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void tell(Notice notice) throws NotDeliveredException {
        // A file, since a program need not read it, and would never end where somebody waits for it to do so.
        Path input = null;
        try {
            input = Files.createTempFile("bengal-alert", ".json");
            Files.writeString(input, Webhook.json(notice) + "\n");
            await(start(input));
        } catch (IOException e) {
            throw new NotDeliveredException("'" + command.get(0) + "' cannot be started", e);
        } finally {
            delete(input);
        }
    }

    private Process start(Path input) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void await(Process process) throws NotDeliveredException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                end(process);
                return;
            }
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            return;
        }
        if (process.exitValue() != 0) {
            throw new NotDeliveredException("'" + command.get(0) + "' failed with exit code " + process.exitValue());
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void delete(@Nullable Path input) {
        try {
            if (input != null) {
                Files.deleteIfExists(input);
            }
        } catch (IOException e) {
            // It is in the system's folder for such files, and holds nothing secret.
        }
    }
}
