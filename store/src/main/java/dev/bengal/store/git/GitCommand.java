package dev.bengal.store.git;

import dev.bengal.model.HookVariables;
import dev.bengal.store.SharedStoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs git in a repository, which a folder tells and no variable. No hook runs, nothing is asked on a terminal, nothing is signed or tidied up by
 * the way, and the user's index is not even named. What git says is passed on without the userinfo of addresses.
 */
final class GitCommand {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> WORDS = List.of(
            "git",
            "--no-pager",
            "--no-replace-objects",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "gc.auto=0",
            "-c",
            "maintenance.auto=false");
    private static final Map<String, String> VARIABLES = Map.of(
            "LC_ALL", "C",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_AUTHOR_NAME", "Bengal",
            "GIT_AUTHOR_EMAIL", "bengal@localhost",
            "GIT_COMMITTER_NAME", "Bengal",
            "GIT_COMMITTER_EMAIL", "bengal@localhost");

    private final String program;
    private final Path repository;
    private final Path scratch;
    private final Duration patience;

    /**
     * Git for one repository, which has five minutes for each answer.
     *
     * @param program the command, by name or path
     * @param repository a folder in it
     * @param scratch a folder for what git says
     */
    GitCommand(String program, Path repository, Path scratch) {
        this(program, repository, scratch, PATIENCE);
    }

    GitCommand(String program, Path repository, Path scratch, Duration patience) {
        this.program = program;
        this.repository = repository;
        this.scratch = scratch;
        this.patience = patience;
    }

    /** What came of a command: its exit code, its result, and its words on one line. */
    record Answer(int exitCode, String out, String words) {
        boolean isGood() {
            return exitCode == 0;
        }
    }

    /** Runs a command, whatever comes of it. */
    Answer run(String... arguments) {
        return run(null, null, arguments);
    }

    /** The result of a command that has to succeed. */
    String ask(String... arguments) {
        return good(run(arguments), arguments);
    }

    /** The same with a file as input. */
    String feed(Path input, String... arguments) {
        return good(run(input, null, arguments), arguments);
    }

    /** Puts the result of a command that has to succeed into a file. */
    void write(Path output, String... arguments) {
        good(run(null, output, arguments), arguments);
    }

    private static String good(Answer answer, String... arguments) {
        if (!answer.isGood()) {
            throw SharedStoreException.refused("git " + arguments[0] + " failed: " + answer.words() + ".", null);
        }
        return answer.out();
    }

    private Answer run(@Nullable Path input, @Nullable Path output, String... arguments) {
        try {
            Path words = Files.createTempFile(scratch, "git", ".err");
            try {
                return answer(builder(words, arguments), input, output, words);
            } finally {
                Files.deleteIfExists(words);
            }
        } catch (IOException e) {
            throw SharedStoreException.unreachable("git cannot be run: " + e.getMessage() + ".", e);
        }
    }

    private ProcessBuilder builder(Path words, String... arguments) {
        List<String> command = new ArrayList<>(WORDS);
        command.set(0, program);
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(repository.toFile()).redirectError(words.toFile());
        builder.environment().keySet().removeAll(HookVariables.NAMES);
        builder.environment().putAll(VARIABLES);
        return builder;
    }

    private Answer answer(ProcessBuilder builder, @Nullable Path input, @Nullable Path output, Path words)
            throws IOException {
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        if (output != null) {
            builder.redirectOutput(output.toFile());
        }
        Process git = builder.start();
        Executor late = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        AtomicBoolean isLate = new AtomicBoolean();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> {
                    isLate.set(true);
                    git.destroyForcibly();
                },
                late);
        try {
            git.getOutputStream().close();
            String out = result(git, isLate);
            int exitCode = git.waitFor();
            String said = oneLine(Files.readString(words, StandardCharsets.ISO_8859_1));
            return new Answer(
                    exitCode,
                    out,
                    isLate.get() ? "no answer within " + patience.toMinutes() + " minutes; " + said : said);
        } catch (InterruptedException e) {
            git.destroyForcibly();
            Thread.currentThread().interrupt();
            throw SharedStoreException.unreachable("git was interrupted.", e);
        } finally {
            end.cancel(false);
        }
    }

    /** What it writes. To kill a process closes what is read of it. */
    private static String result(Process git, AtomicBoolean isLate) throws IOException {
        try {
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            if (isLate.get()) {
                return "";
            }
            throw e;
        }
    }

    /** Git's words on one line, what the server says after its own, without userinfo and without what steers a terminal. */
    private static String oneLine(String words) {
        List<String> lines = words.lines()
                .map(line -> RemoteBranch.withoutUserinfo(line).strip())
                .map(line -> line.replaceAll("\\p{Cntrl}", " "))
                .filter(line -> !line.isEmpty() && !line.startsWith("hint:"))
                .sorted(Comparator.comparing((String line) -> line.startsWith("remote:")))
                .toList();
        int shown = 3;
        return lines.isEmpty()
                ? "it gave no reason"
                : String.join("; ", lines.subList(0, Math.min(shown, lines.size())))
                        .replaceAll("\\.$", "");
    }
}
