package dev.bengal.cli.option;

import dev.bengal.journal.Journal;
import dev.bengal.store.git.GitSync;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which branch of which repository shares the history. */
public final class GitBranchOptions {
    @Option(names = "--git", description = "Share the history by a branch of a git repository.")
    public boolean isGit;

    @Option(
            names = "--remote",
            paramLabel = "REMOTE",
            description = "With --git: a remote of this repository, or an address; origin by default.")
    private @Nullable String remote;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "With --git: the branch, which holds nothing else; bengal-metrics by default.")
    private @Nullable String branch;

    /** Whether a branch or a remote is named. */
    public boolean isNamed() {
        return remote != null || branch != null;
    }

    public GitSync.Result sync(Journal journal, Path root, GitSync.Direction direction) {
        return new GitSync(journal, root, new SleepingPause(), new SecureRandom())
                .run(remote == null ? "origin" : remote, branch == null ? "bengal-metrics" : branch, direction);
    }
}
