package dev.bengal.collector;

import dev.bengal.model.Commit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the git command what is checked out. Two questions, since none of git's commands tells both whether the work tree is
 * clean and what a commit's parents are; the second is mostly spared, by a {@link LooseCommit}. The parents come from the commit itself, so that a shallow clone, whose history
 * ends here, knows them too.
 *
 * <p>Nothing is locked and no hook or file-system monitor of the repository is run.
 */
final class GitQuery implements AutoCloseable {
    private static final String HASH = "# branch.oid ";
    private static final String BRANCH = "# branch.head ";
    private static final String BEFORE_FIRST_COMMIT = "(initial)";
    private static final String DETACHED = "(detached)";
    private static final String PARENT = "parent ";
    /** In digits, far beyond what {@link Instant} has room for in sense. */
    private static final int LONGEST_TIME = 15;

    private final String git;
    private volatile @Nullable Process asking;
    private volatile boolean closed;

    /** @param git the command, by name or path */
    GitQuery(String git) {
        this.git = git;
    }

    /**
     * The commit that is checked out around {@code folder}; empty outside a repository, before its first commit, or
     * without git.
     *
     * @param generated files that do not make the tree dirty; those outside of {@code folder} are not looked at
     * @param branchOfCi what CI calls the branch of a detached HEAD, or null
     */
    Optional<Commit> head(Path folder, List<Path> generated, @Nullable String branchOfCi) throws IOException {
        String[] status = ask(folder, statusQuestion(folder, generated)).split("\n");
        String hash = header(status, HASH);
        if (hash == null || hash.equals(BEFORE_FIRST_COMMIT)) {
            return Optional.empty();
        }
        String branch = header(status, BRANCH);
        boolean dirty = !status[status.length - 1].startsWith("#"); // The headers come first.
        return Optional.of(commit(
                hash, branch == null || branch.equals(DETACHED) ? branchOfCi : branch, dirty, text(folder, hash)));
    }

    private static Commit commit(String hash, @Nullable String branch, boolean dirty, String object) {
        List<String> parents = new ArrayList<>();
        Instant time = null;
        for (String line : object.split("\n")) {
            if (line.isEmpty()) {
                break;
            }
            if (line.startsWith(PARENT)) {
                parents.add(line.substring(PARENT.length()));
            } else if (line.startsWith("committer ")) {
                time = committerTime(line);
            }
        }
        return new Commit(hash, branch, parents, dirty, time);
    }

    private String text(Path folder, String hash) throws IOException {
        Optional<String> loose = LooseCommit.read(folder, hash);
        return loose.isPresent()
                ? loose.get()
                : ask(folder, List.of("--no-replace-objects", "cat-file", "commit", hash));
    }

    /** The whole repository counts, not only {@code folder}: the program that builds may have changed too. */
    private static List<String> statusQuestion(Path folder, List<Path> generated) {
        List<String> question = new ArrayList<>(
                List.of("status", "--porcelain=v2", "--branch", "--untracked-files=normal", "--", ":/"));
        Path root = folder.toAbsolutePath().normalize();
        for (Path path : generated) {
            Path inside = root.relativize(root.resolve(path).normalize());
            if (!inside.startsWith("..") && !inside.toString().isEmpty()) {
                question.add(":(exclude)" + inside.toString().replace('\\', '/'));
            }
        }
        return question;
    }

    private static @Nullable String header(String[] status, String name) {
        for (String line : status) {
            if (line.startsWith(name)) {
                return line.substring(name.length());
            }
        }
        return null;
    }

    /** The seconds stand behind the address: {@code committer Ada <ada@example.org> 1764150000 +0100}. */
    private static @Nullable Instant committerTime(String line) {
        String[] words = line.substring(line.lastIndexOf('>') + 1).strip().split(" ");
        try {
            return words.length == 2 && words[0].length() <= LONGEST_TIME
                    ? Instant.ofEpochSecond(Long.parseLong(words[0]))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private String ask(Path folder, List<String> question) throws IOException {
        if (!Files.isDirectory(folder) || closed) {
            return "";
        }
        List<String> command =
                new ArrayList<>(List.of(git, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"));
        command.addAll(question);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        RepositoryOfFolder.choose(builder);
        Map<String, String> environment = builder.environment();
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("LC_ALL", "C");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return ""; // No git on this machine: the build is recorded without a commit.
        }
        asking = process;
        if (closed) {
            process.destroyForcibly(); // Who closed may have looked a moment before there was one.
        }
        try (InputStream answer = process.getInputStream()) {
            process.getOutputStream().close();
            String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            // Its CPU time becomes this process's when it has ended, and a command that is measured next must not have
            // it.
            process.waitFor();
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            asking = null;
        }
    }

    /** Ends a git that is still asked. */
    @Override
    public void close() {
        closed = true;
        Process process = asking;
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
