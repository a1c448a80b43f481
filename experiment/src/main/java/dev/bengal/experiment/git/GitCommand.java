package dev.bengal.experiment.git;

import dev.bengal.experiment.ExperimentException;
import dev.bengal.model.HookVariables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The git command in a folder. It finds the repository by that folder alone, and runs no hook and no file-system monitor. */
final class GitCommand {
    private static final String NO_HOOKS = "core.hooksPath=/dev/null";

    private final Path folder;
    private final Map<String, String> variables;

    GitCommand(Path folder) {
        this(folder, Map.of());
    }

    /** @param variables for git, beside ours */
    GitCommand(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = Map.copyOf(variables);
    }

    /** Runs it to its end. */
    Answer run(List<String> words) {
        if (!Files.isDirectory(folder)) {
            throw new ExperimentException(folder + " is no folder, so there is no repository to look for.");
        }
        if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            return new Answer(128, "", "a name with a NUL");
        }
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false", "-c", NO_HOOKS, "--no-pager"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(HookVariables.NAMES);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(variables);
        try {
            return answer(builder.start());
        } catch (IOException e) {
            throw new ExperimentException("git cannot be run (" + e.getMessage() + "), and without it no commit can be"
                    + " checked out. Install git, or put it into the PATH.");
        }
    }

    Answer run(String... words) {
        return run(List.of(words));
    }

    private static Answer answer(Process git) throws IOException {
        git.getOutputStream().close();
        CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> read(git.getErrorStream()));
        String out = read(git.getInputStream());
        try {
            return new Answer(git.waitFor(), out, errors.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            git.destroy();
            throw new ExperimentException("git was interrupted.");
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What git said.
     *
     * @param exitCode 0 where it did what was asked
     */
    record Answer(int exitCode, String out, String error) {
        boolean isFine() {
            return exitCode == 0;
        }

        /** The lines of its output. */
        List<String> lines() {
            return out.lines().toList();
        }

        /** The first thing that it complains of, without what steers a terminal. */
        String complaint() {
            return error.lines()
                    .filter(line -> line.startsWith("fatal:") || line.startsWith("error:"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("exit code " + exitCode)
                    .replaceAll("\\p{C}", "\uFFFD");
        }
    }
}
