package dev.bengal.store.git;

import dev.bengal.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** A clone with a history, and git to look at it from outside. */
final class Checkout {
    private final Path folder;
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    Checkout(Path folder) {
        this.folder = folder;
    }

    static Checkout cloned(Path remote, Path folder, String... options) {
        List<String> command = new ArrayList<>(List.of("clone", "-q"));
        command.addAll(List.of(options));
        command.addAll(List.of(remote.toUri().toString(), folder.toString()));
        git(Objects.requireNonNull(remote.getParent()), command.toArray(String[]::new));
        return new Checkout(folder);
    }

    /** A bare repository with one commit on main. */
    static Path remote(Path folder) {
        Path bare = folder.resolve("remote.git");
        git(folder, "init", "-q", "--bare", "-b", "main", bare.toString());
        Path first = folder.resolve("first");
        git(folder, "init", "-q", "-b", "main", first.toString());
        write(first.resolve("a.txt"), "one\n");
        git(first, "add", ".");
        git(first, "commit", "-q", "-m", "one");
        write(first.resolve("a.txt"), "two\n");
        git(first, "commit", "-q", "-am", "two");
        git(first, "push", "-q", bare.toString(), "main");
        return bare;
    }

    Path folder() {
        return folder;
    }

    Journal journal() {
        return new Journal(folder.resolve(".bengal-metrics/history.jsonl"));
    }

    Checkout records(String... lines) {
        write(folder.resolve(".bengal-metrics/.gitignore"), "*\n");
        journal().append(List.of(lines));
        return this;
    }

    List<String> lines() {
        try {
            return Files.exists(journal().file()) ? Files.readAllLines(journal().file()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GitSync.Result sync() {
        return sync(GitSync.Settings.USUAL);
    }

    GitSync.Result sync(GitSync.Settings settings) {
        return sync("origin", settings, GitSync.Direction.BOTH);
    }

    GitSync.Result sync(String remote, GitSync.Settings settings, GitSync.Direction direction) {
        return sync("git", remote, settings, direction);
    }

    /** With another program in place of git. */
    GitSync.Result sync(Path git) {
        return sync(git.toString(), "origin", GitSync.Settings.USUAL, GitSync.Direction.BOTH);
    }

    private GitSync.Result sync(String program, String remote, GitSync.Settings settings, GitSync.Direction direction) {
        write(folder.resolve(".bengal-metrics/.gitignore"), "*\n");
        return new GitSync(journal(), folder, program, pauses::add, new Random(1), settings)
                .run(remote, "bengal-metrics", direction);
    }

    String git(String... arguments) {
        return git(folder, arguments);
    }

    static String git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=T", "-c", "user.email=t@example.org"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + out);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a history on a branch holds, in the order of its files. */
    static List<String> onBranch(Path remote) {
        return files(remote)
                .filter(file -> file.endsWith(".jsonl"))
                .flatMap(file -> git(remote, "cat-file", "blob", "bengal-metrics:" + file)
                        .lines())
                .toList();
    }

    static Stream<String> files(Path remote) {
        return git(remote, "ls-tree", "--name-only", "bengal-metrics").lines();
    }

    static String build(String id, String day) {
        return "{\"schema_version\":1,\"build_id\":\"" + id + "\",\"timestamp\":\"" + day
                + "T12:00:00Z\",\"project\":\"p\",\"scenario\":\"s\",\"outcome\":\"success\",\"total_duration_ms\":100}";
    }

    static String pruned(String id, String... builds) {
        return "{\"schema_version\":1,\"event\":\"pruned\",\"event_id\":\"" + id
                + "\",\"timestamp\":\"2026-05-01T00:00:00Z\",\"build_ids\":[\"" + String.join("\",\"", builds)
                + "\"],\"archive\":\"a.jsonl.gz\"}";
    }
}
