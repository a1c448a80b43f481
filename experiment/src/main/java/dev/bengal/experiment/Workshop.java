package dev.bengal.experiment;

import dev.bengal.experiment.git.Checkout;
import dev.bengal.experiment.git.GitRepository;
import dev.bengal.experiment.git.Worktree;
import dev.bengal.experiment.git.Worktrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where commits are checked out and built, apart from the user's tree. */
public final class Workshop {
    private final GitRepository repository;
    private final Worktrees worktrees;
    private final BuildRecipe recipe;
    private final CommandProject project;
    private final CommandTool tool;
    private final SignalRelay signals;
    private final RunKeeper keeper;
    private final Consumer<String> warnings;

    /**
     * A workshop without any checkout.
     *
     * @param project its root, and the folder in which the command runs, in the user's tree
     * @param keeper of what is measured
     */
    public Workshop(
            GitRepository repository,
            Worktrees worktrees,
            BuildRecipe recipe,
            CommandProject project,
            CommandTool tool,
            SignalRelay signals,
            RunKeeper keeper,
            Consumer<String> warnings) {
        this.repository = repository;
        this.worktrees = worktrees;
        this.recipe = recipe;
        this.project = project;
        this.tool = tool;
        this.signals = signals;
        this.keeper = keeper;
        this.warnings = warnings;
    }

    /**
     * Checks something out and gets ready to build it.
     *
     * @param label by which it differs from other checkouts
     */
    public CheckoutBuilder open(String label, Checkout checkout) {
        ExperimentStoppedException.check(signals);
        Worktree worktree = worktrees.add(label, checkout);
        CommandProject there = new CommandProject(
                project.name(),
                counterpart(worktree, project.root()),
                counterpart(worktree, project.folder()),
                project.directory(),
                true);
        return new CheckoutBuilder(
                worktree,
                repository.commit(checkout),
                there,
                worktrees.folder(),
                new CheckoutBuilder.Tools(recipe, tool, signals, keeper, warnings));
    }

    /** Takes a checkout away. */
    public void close(CheckoutBuilder builder) {
        worktrees.remove(builder.worktree());
    }

    /** The folder of a worktree that stands for one of the user's tree; the top, for one that lies elsewhere. */
    private Path counterpart(Worktree worktree, Path folder) {
        try {
            Path real = folder.toRealPath();
            Path top = repository.top().toRealPath();
            return real.startsWith(top)
                    ? worktree.folder().resolve(top.relativize(real)).normalize()
                    : worktree.folder();
        } catch (IOException e) {
            throw new ExperimentException(folder + " cannot be found: " + e.getMessage());
        }
    }
}
