package dev.bengal.experiment.git;

import dev.bengal.experiment.ExperimentException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Worktrees of a repository, outside of the user's tree, for as long as this is open. They go away when it is closed and when
 * the process ends by a signal; what a killed process left, the next one removes. Git's list of worktrees is all of the
 * repository that changes meanwhile.
 */
public final class Worktrees implements AutoCloseable {
    private final GitRepository repository;
    private final Session session;
    private final Consumer<String> warnings;
    private final List<Worktree> worktrees = new ArrayList<>();
    private final Thread hook = new Thread(this::removeAll, "bengal-worktrees");
    private boolean isClosed;

    private Worktrees(GitRepository repository, Session session, Consumer<String> warnings) {
        this.repository = repository;
        this.session = session;
        this.warnings = warnings;
    }

    /**
     * None yet. Removes what earlier processes left.
     *
     * @param base the folder that they lie in, of this user alone
     * @param warnings gets a sentence for what cannot be removed
     */
    public static Worktrees of(GitRepository repository, Path base, Consumer<String> warnings) {
        removeLeftovers(repository, base, warnings);
        Worktrees worktrees = new Worktrees(repository, Session.begin(base), warnings);
        Runtime.getRuntime().addShutdownHook(worktrees.hook);
        return worktrees;
    }

    private static void removeLeftovers(GitRepository repository, Path base, Consumer<String> warnings) {
        for (Session leftover : Session.leftovers(base)) {
            try (leftover) {
                leftover.remove().ifPresent(reason -> warnings.accept(left(leftover.folder(), reason)));
            }
        }
        registered(repository).stream()
                .filter(path -> Session.isBelow(base, path) && java.nio.file.Files.notExists(path))
                .forEach(path -> unregister(repository, path));
    }

    /** Line by line, since only git 2.36 and newer end paths with a NUL; of one with a line break the beginning is none of ours. */
    private static List<Path> registered(GitRepository repository) {
        return repository.git().run("worktree", "list", "--porcelain").lines().stream()
                .filter(entry -> entry.startsWith("worktree "))
                .map(entry -> Path.of(entry.substring("worktree ".length())))
                .toList();
    }

    /** Twice forced: also where something locked it. */
    private static void unregister(GitRepository repository, Path path) {
        repository.git().run("worktree", "remove", "--force", "--force", path.toString());
    }

    private static String left(Path folder, String reason) {
        return "the worktrees in " + folder + " could not be removed (" + reason
                + "); the next ab, bisect or backfill tries again.";
    }

    /** A folder for this process that goes with the worktrees. */
    public Path folder() {
        return session.folder();
    }

    /**
     * Checks something out, in a folder of the repository's own name: many tools take that for the name of the project.
     *
     * @param label by which it differs from the others
     */
    public synchronized Worktree add(String label, Checkout checkout) {
        if (isClosed) {
            throw new ExperimentException("stopped");
        }
        Path name = repository.top().getFileName();
        Path folder = session.folder().resolve(label).resolve(name == null ? "root" : name.toString());
        Worktree worktree = new Worktree(folder, checkout);
        worktrees.add(worktree);
        GitCommand.Answer answer = repository
                .git()
                .run(
                        "worktree",
                        "add",
                        "--quiet",
                        "--detach",
                        folder.toString(),
                        checkout.revision().hash());
        if (!answer.isFine()) {
            throw new ExperimentException(checkout.revision().shown() + " cannot be checked out in " + folder
                    + ". Git says: " + answer.complaint() + ".");
        }
        worktree.overlay();
        return worktree;
    }

    /** Takes one away. */
    public synchronized void remove(Worktree worktree) {
        if (worktrees.remove(worktree)) {
            takeAway(worktree);
        }
    }

    private void takeAway(Worktree worktree) {
        @Nullable Path around = worktree.folder().getParent();
        FolderRemoval.of(around == null ? worktree.folder() : around)
                .ifPresentOrElse(
                        reason -> warnings.accept(left(session.folder(), reason)),
                        () -> unregister(repository, worktree.folder()));
    }

    private synchronized void removeAll() {
        if (!isClosed) {
            isClosed = true;
            worktrees.forEach(this::takeAway);
            worktrees.clear();
            session.remove().ifPresent(reason -> warnings.accept(left(session.folder(), reason)));
            session.close();
        }
    }

    /** Takes all of them away. */
    @Override
    public void close() {
        removeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has found nothing left to do.
        }
    }
}
