package dev.bengal.experiment.git;

import dev.bengal.experiment.ExperimentException;
import dev.bengal.model.Commit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The repository around a folder. Nothing that the user sees of it is changed: no ref, no index, no file of the tree. Only
 * full hashes that git gave are asked for further on.
 */
public final class GitRepository {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern COMMITTER_TIME = Pattern.compile("committer .*> (-?\\d{1,15}) [+-]\\d{4}");
    private static final Pattern BRANCH = Pattern.compile("^refs/(?:heads|remotes/[^/]+)/(.+)$");

    private final Path top;
    private final GitCommand git;

    private GitRepository(Path top) {
        this.top = top;
        this.git = new GitCommand(top);
    }

    /**
     * The one that the folder lies in.
     *
     * @throws ExperimentException where there is none, or one without a work tree
     */
    public static GitRepository around(Path folder) {
        GitCommand.Answer answer = new GitCommand(folder).run("rev-parse", "--show-toplevel");
        if (!answer.isFine() || answer.out().isBlank()) {
            throw new ExperimentException(
                    folder + " is in no git repository that has files checked out, and only such a"
                            + " one has commits to build. Git says: " + answer.complaint() + ".");
        }
        return new GitRepository(Path.of(answer.out().stripTrailing()));
    }

    /** The folder at its top, as git names it: without symbolic links. */
    public Path top() {
        return top;
    }

    GitCommand git() {
        return git;
    }

    /**
     * The commit that a name means.
     *
     * @throws ExperimentException where git knows none
     */
    public Revision revision(String name) {
        GitCommand.Answer answer =
                git.run("rev-parse", "--verify", "--quiet", "--end-of-options", name.strip() + "^{commit}");
        String hash = answer.isFine() && !answer.lines().isEmpty()
                ? answer.lines().get(answer.lines().size() - 1)
                : "";
        if (name.isBlank() || !HASH.matcher(hash).matches()) {
            throw new ExperimentException("'" + name.replaceAll("\\p{C}", "\uFFFD")
                    + "' is no commit, branch or tag of " + top + "." + shallowHint());
        }
        return new Revision(name.strip(), hash, branch(name.strip()));
    }

    private @Nullable String branch(String name) {
        return git
                .run("rev-parse", "--verify", "--quiet", "--symbolic-full-name", "--end-of-options", name)
                .lines()
                .stream()
                .flatMap(line -> BRANCH.matcher(line).results())
                .map(branch -> branch.group(1))
                .findFirst()
                .orElse(null);
    }

    /** A sentence where the history ends early, after a space; empty where it does not. */
    public String shallowHint() {
        return isShallow()
                ? " This clone is shallow, so that it lacks older commits; 'git fetch --unshallow' brings them."
                : "";
    }

    private boolean isShallow() {
        return git.run("rev-parse", "--is-shallow-repository").out().strip().equals("true");
    }

    /** Whether the first commit is among those that led to the second. */
    public boolean isAncestor(Revision first, Revision second) {
        return git.run("merge-base", "--is-ancestor", first.hash(), second.hash())
                .isFine();
    }

    /** The first parents from {@code last} back to what {@code after} does not know: hashes, the oldest first. */
    public List<String> firstParents(Revision after, Revision last) {
        return git
                .run("rev-list", "--first-parent", "--reverse", "^" + after.hash(), last.hash(), "--")
                .lines()
                .stream()
                .filter(line -> HASH.matcher(line).matches())
                .toList();
    }

    /** The first line of a commit's message. */
    public String subject(String hash) {
        return git.run("-c", "log.showSignature=false", "show", "-s", "--format=%s", hash, "--")
                .out()
                .strip();
    }

    /** Whether something differs from what is committed; what is ignored does not count. */
    public boolean isDirty() {
        return !git.run("status", "--porcelain", "--untracked-files=normal")
                .out()
                .isBlank();
    }

    /** Whether the commit has submodules, which a worktree leaves empty. */
    public boolean hasSubmodules(Revision revision) {
        return git.run("cat-file", "-e", revision.hash() + ":.gitmodules").isFine();
    }

    /**
     * What is in the folder now, uncommitted and untracked files too, as a tree among git's objects. Neither the index nor a
     * ref knows of it, so git throws it away after some weeks.
     */
    public Checkout snapshot(Revision head) {
        try {
            Path index = Files.createTempFile("bengal", ".index");
            try {
                return new Checkout(head, snapshotTree(index));
            } finally {
                Files.deleteIfExists(index);
            }
        } catch (IOException e) {
            throw new ExperimentException("the uncommitted changes cannot be put aside: " + e.getMessage());
        }
    }

    private String snapshotTree(Path index) throws IOException {
        Path own = top.resolve(git.run("rev-parse", "--git-path", "index").out().stripTrailing());
        if (Files.exists(own)) {
            Files.copy(own, index, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(index);
        }
        GitCommand aside = new GitCommand(top, Map.of("GIT_INDEX_FILE", index.toString()));
        GitCommand.Answer added = aside.run("add", "--all");
        GitCommand.Answer written = added.isFine() ? aside.run("write-tree") : added;
        String tree = written.out().strip();
        if (!written.isFine() || !HASH.matcher(tree).matches()) {
            throw new ExperimentException("the uncommitted changes cannot be put aside. Git says: "
                    + written.complaint() + ". Commit them, or leave --uncommitted out.");
        }
        return tree;
    }

    /** What is checked out, as a record names it. */
    public Commit commit(Checkout checkout) {
        Revision revision = checkout.revision();
        List<String> header = git.run("--no-replace-objects", "cat-file", "commit", revision.hash()).lines().stream()
                .takeWhile(line -> !line.isEmpty())
                .toList();
        return new Commit(
                revision.hash(),
                revision.branch(),
                header.stream()
                        .filter(line -> line.startsWith("parent "))
                        .map(line -> line.substring("parent ".length()))
                        .toList(),
                checkout.tree() != null,
                header.stream()
                        .map(COMMITTER_TIME::matcher)
                        .filter(Matcher::matches)
                        .map(time -> Instant.ofEpochSecond(Long.parseLong(time.group(1))))
                        .findFirst()
                        .orElse(null));
    }
}
