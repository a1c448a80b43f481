package dev.bengal.cli.history;

import dev.bengal.collector.RepositoryOfFolder;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.CommitOrder.DatedCommit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The git repository around a folder, asked through the git command. Where there is no git, no repository or no answer within some
 * seconds, nothing is known. Nothing is changed, and no hook of the repository is run.
 */
public final class Repository {
    private static final long PATIENCE_SECONDS = 10;

    private final Path folder;

    public Repository(Path folder) {
        this.folder = folder;
    }

    /** The first-parent history of what is checked out, as far back as {@code commits}; by time alone where it is not known. */
    public CommitOrder order(int commits) {
        List<DatedCommit> history = new ArrayList<>();
        for (String line : ask("log", "--first-parent", "--max-count=" + commits, "--format=%H %ct", "HEAD", "--")
                .orElse(List.of())) {
            int space = line.indexOf(' ');
            try {
                history.add(new DatedCommit(
                        line.substring(0, space), Instant.ofEpochSecond(Long.parseLong(line.substring(space + 1)))));
            } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
                return CommitOrder.BY_TIME;
            }
        }
        Collections.reverse(history);
        return history.isEmpty() ? CommitOrder.BY_TIME : CommitOrder.of(history);
    }

    /** The commits that a tag points at, full hashes; empty where git does not tell them. */
    public Optional<Set<String>> tagged() {
        return ask("for-each-ref", "--format=%(objectname) %(*objectname)", "refs/tags")
                .map(lines -> lines.stream()
                        .flatMap(line -> Stream.of(line.strip().split(" ")))
                        .collect(Collectors.toSet()));
    }

    /** The name of the one who works here. */
    public Optional<String> user() {
        return ask("config", "--get", "user.name")
                .filter(lines -> !lines.isEmpty())
                .map(lines -> lines.get(0));
    }

    /** The commit that is checked out, where it merges that one into something, as CI does to try a change. */
    public Optional<String> mergeOf(String commit) {
        return ask("show", "--no-patch", "--format=%H %P", "HEAD", "--")
                .filter(lines -> lines.size() == 1)
                .map(lines -> List.of(lines.get(0).split(" ")))
                .filter(hashes ->
                        hashes.size() > 2 && hashes.subList(1, hashes.size()).contains(commit))
                .map(hashes -> hashes.get(0));
    }

    /** The lines of git's answer; empty where there is none. */
    public Optional<List<String>> ask(String... question) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "--no-pager"));
        command.addAll(List.of(question));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        RepositoryOfFolder.choose(builder);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("LC_ALL", "C");
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(git));
            if (!git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Optional.empty();
            }
            return git.exitValue() == 0 ? Optional.of(answer.join().lines().toList()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // No git on this machine.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String read(Process git) {
        try {
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
