package dev.bengal.collector;

import dev.bengal.model.Commit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the git command what is checked out. Two questions, since none of git's commands tells both a commit's parents and
 * whether the work tree is clean.
 *
 * <p>Nothing is locked and no hook or file-system monitor of the repository is run.
 */
final class GitQuery implements AutoCloseable {
    private static final int HASH = 0;
    private static final int PARENTS = 1;
    private static final int TIME = 2;
    private static final int REFS = 3;
    private static final String HEAD_ON_BRANCH = "HEAD -> ";

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
        String log =
                ask(folder, List.of("log", "-1", "--no-show-signature", "--decorate=full", "--format=%H%n%P%n%cI%n%D"));
        String[] lines = log.split("\n", -1);
        if (lines.length <= REFS || lines[HASH].isBlank()) {
            return Optional.empty();
        }
        String branch = branch(lines[REFS]);
        return Optional.of(new Commit(
                lines[HASH],
                branch == null ? branchOfCi : branch,
                lines[PARENTS].isBlank()
                        ? List.of()
                        : Arrays.asList(lines[PARENTS].trim().split(" ")),
                isDirty(folder, generated),
                time(lines[TIME])));
    }

    private static @Nullable String branch(String refs) {
        return Arrays.stream(refs.split(", "))
                .filter(ref -> ref.startsWith(HEAD_ON_BRANCH))
                .map(ref -> ref.substring(HEAD_ON_BRANCH.length()).replaceFirst("^refs/heads/", ""))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The whole repository counts, not only {@code folder}: the program that builds may have changed too. */
    private boolean isDirty(Path folder, List<Path> generated) throws IOException {
        List<String> question =
                new ArrayList<>(List.of("status", "--porcelain", "--untracked-files=normal", "--", ":/"));
        Path root = folder.toAbsolutePath().normalize();
        for (Path path : generated) {
            Path inside = root.relativize(root.resolve(path).normalize());
            if (!inside.startsWith("..") && !inside.toString().isEmpty()) {
                question.add(":(exclude)" + inside.toString().replace('\\', '/'));
            }
        }
        return !ask(folder, question).isBlank();
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
        try (InputStream answer = process.getInputStream()) {
            process.getOutputStream().close();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
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
