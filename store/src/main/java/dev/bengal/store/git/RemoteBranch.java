package dev.bengal.store.git;

import dev.bengal.store.SharedStoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A branch of another repository.
 *
 * @param remote the name of a remote, or an address
 * @param branch its name, without {@code refs/heads/}
 */
record RemoteBranch(String remote, String branch) {
    RemoteBranch {
        if (remote.isBlank() || remote.startsWith("-")) {
            throw SharedStoreException.refused(
                    "'" + withoutUserinfo(remote) + "' is no remote; name one, such as origin.", null);
        }
        if (!branch.matches("[A-Za-z0-9_][A-Za-z0-9_./-]*")) {
            throw SharedStoreException.refused(
                    "'" + branch + "' is no branch for a history; its name may hold letters, digits, and _ . / -.",
                    null);
        }
    }

    /** A text without what stands before the {@code @} of an address, which may be a password. */
    static String withoutUserinfo(String text) {
        return text.replaceAll("://[^/\\s]*@", "://");
    }

    /** Fit to be shown. */
    String name() {
        return "the branch " + branch + " of " + withoutUserinfo(remote);
    }

    private String ref() {
        return "refs/heads/" + branch;
    }

    /** Where the repository remembers it: out of the way of branches and tags. */
    private String memory() {
        return "refs/bengal/" + branch;
    }

    /**
     * The commit at its end; empty where there is no such branch.
     *
     * @throws SharedStoreException where the remote is none or does not answer
     */
    Optional<String> tip(GitCommand git) {
        GitCommand.Answer answer = git.run("ls-remote", remote, ref());
        if (!answer.isGood()) {
            throw SharedStoreException.unreachable(
                    withoutUserinfo(remote) + " cannot be asked: " + answer.words()
                            + ". 'git remote -v' shows the remotes; --remote chooses one.",
                    null);
        }
        return answer.out()
                .lines()
                .filter(line -> line.endsWith("\t" + ref()))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .findFirst();
    }

    /**
     * Brings a commit here, with what it holds.
     *
     * @return whether it is here; if not, the branch has moved on meanwhile
     */
    boolean fetch(GitCommand git, String commit) {
        if (!isHere(git, commit)) {
            git.ask(
                    "fetch",
                    "--quiet",
                    "--no-tags",
                    "--no-write-fetch-head",
                    "--no-recurse-submodules",
                    "--no-filter",
                    "--refmap=",
                    remote,
                    ref());
        }
        return isHere(git, commit);
    }

    private static boolean isHere(GitCommand git, String commit) {
        return git.run("rev-parse", "--quiet", "--verify", commit + "^{tree}").isGood();
    }

    /** Remembers the commit, so that it need not be fetched whole again. That another process does so at once does not matter. */
    void remember(GitCommand git, String commit) {
        git.run("update-ref", memory(), commit);
    }

    /**
     * Lets the branch end with a commit, if it still ends with the expected one. Two jobs that write the same lines within one second make the
     * very same commit; then git is content with the push of the second, too, and only says that there was nothing to do.
     *
     * @param expected empty where there is to be no such branch yet
     * @return whether this brought it there; if not, somebody else was faster
     * @throws SharedStoreException where it is refused whoever is faster; as unreachable, where that has nothing to do with the commit
     */
    boolean push(GitCommand git, String commit, Optional<String> expected) {
        GitCommand.Answer answer = git.run(
                "push",
                "--porcelain",
                "--no-verify",
                "--no-follow-tags",
                "--recurse-submodules=no",
                "--force-with-lease=" + ref() + ":" + expected.orElse(""),
                remote,
                commit + ":" + ref());
        if (answer.isGood()) {
            return answer.out().lines().noneMatch(line -> line.startsWith("=\t"));
        }
        String why = answer.out()
                .lines()
                .filter(line -> line.startsWith("!\t"))
                .map(RemoteBranch::withoutUserinfo)
                .findFirst()
                .orElse("");
        if (OUTRUN.stream().anyMatch(why::contains)) {
            return false;
        }
        String rejection = why.substring(why.lastIndexOf('\t') + 1);
        String trouble = name() + " cannot be written: " + (rejection.isEmpty() ? "" : rejection + "; ")
                + answer.words() + ". What is recorded stays here.";
        // A disk that is full, too, makes a server reject, before it has looked at what it was sent.
        throw why.contains("rejected]") && !why.contains("(unpacker error)")
                ? SharedStoreException.refused(trouble, null)
                : SharedStoreException.unreachable(trouble, null);
    }

    private static final List<String> OUTRUN = List.of(
            "(stale info)",
            "(fetch first)",
            "cannot lock ref",
            "failed to update ref",
            "incorrect old value",
            "reference already exists",
            "failed to lock");

    /** A repository that git knows around the folder. */
    static void requireRepository(GitCommand git, Path folder) {
        GitCommand.Answer answer = git.run("rev-parse", "--git-dir");
        if (!answer.isGood()) {
            throw SharedStoreException.refused(
                    folder + " is in no git repository (" + answer.words()
                            + "); 'sync --git' keeps the history on a branch of one.",
                    null);
        }
    }
}
