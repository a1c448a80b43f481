package dev.bengal.alerts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

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
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new NotDeliveredException("'" + command.get(0) + "' cannot be started", e);
        }
        try {
            write(notice, process);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return;
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return;
        }
        if (process.exitValue() != 0) {
            throw new NotDeliveredException("'" + command.get(0) + "' failed with exit code " + process.exitValue());
        }
    }

    /** A program that does not read it all is as good as one that does. */
    private static void write(Notice notice, Process process) {
        try (OutputStream input = process.getOutputStream()) {
            input.write((Webhook.json(notice) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Its exit code tells.
        }
    }
}
