package dev.bengal.cli.recording;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.BuildRecipe;
import dev.bengal.experiment.CommandProject;
import dev.bengal.experiment.CommandTool;
import dev.bengal.experiment.ExperimentException;
import dev.bengal.experiment.ExperimentStoppedException;
import dev.bengal.experiment.SignalRelay;
import dev.bengal.experiment.Workshop;
import dev.bengal.experiment.git.GitRepository;
import dev.bengal.experiment.git.Revision;
import dev.bengal.experiment.git.Worktrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** What {@code perf ab}, {@code bisect} and {@code backfill} have in common: commits that are built in worktrees. */
public final class Laboratory {
    private static final int SIGNALLED = 128;

    private final Surface surface;
    private final Location location;
    private final RecipeOptions options;
    private final GitRepository repository;

    private Laboratory(Surface surface, Location location, RecipeOptions options) {
        this.surface = surface;
        this.location = location;
        this.options = options;
        this.repository = GitRepository.around(location.root());
    }

    /** One for the repository around the project. */
    public static Laboratory of(Surface surface, Location location, RecipeOptions options) {
        return new Laboratory(surface, location, options);
    }

    public GitRepository repository() {
        return repository;
    }

    /** The commit that a name means; says what a worktree of it lacks. */
    public Revision revision(String name) {
        Revision revision = repository.revision(name);
        if (repository.hasSubmodules(revision)) {
            surface.warn(revision.shown() + " has submodules, which stay empty in a worktree; "
                    + "--prepare 'git submodule update --init --recursive' fills them before each build.");
        }
        return revision;
    }

    /**
     * Works with a workshop, and takes it away again.
     *
     * @throws ExperimentStoppedException after a signal
     */
    public <T> T work(BuildRecipe recipe, Function<Workshop, T> work) {
        try (SignalRelay signals = SignalRelay.install()) {
            CommandSetup setup = CommandSetup.of(location, options.metrics, options.keepArguments, signals, surface);
            T result = work(recipe, setup.project(), signals, work);
            setup.shared().deliver(setup.project().directory(), setup.project().name(), surface);
            return result;
        }
    }

    private <T> T work(BuildRecipe recipe, CommandProject project, SignalRelay signals, Function<Workshop, T> work) {
        CommandTool tool = options.keepArguments
                ? CommandTool.withArguments()
                : CommandTool.hashed(project.directory(), surface::warn);
        try (Worktrees worktrees = Worktrees.of(repository, base(), surface::warn)) {
            return work.apply(new Workshop(
                    repository,
                    worktrees,
                    recipe,
                    inside(project),
                    tool,
                    signals,
                    new SelfRecording(project.directory(), options.scenario(), surface),
                    surface::warn));
        } catch (ExperimentException e) {
            // A signal from the terminal reaches git too, and then git's complaint is not the news.
            signals.received().ifPresent(signal -> {
                throw new ExperimentStoppedException(signal);
            });
            throw e;
        }
    }

    /** The command runs where the user is, if that is in the repository; else at the root of the project. */
    private CommandProject inside(CommandProject project) {
        try {
            boolean isInside =
                    project.folder().toRealPath().startsWith(repository.top().toRealPath());
            return new CommandProject(
                    project.name(),
                    project.root(),
                    isInside ? project.folder() : project.root(),
                    project.directory(),
                    true);
        } catch (IOException e) {
            throw new CommandException("the current folder cannot be found: " + e.getMessage(), e);
        }
    }

    /**
     * The folder of all worktrees: in the user's cache, which lies on a disk and where programs may be run, unlike some temporary
     * folders; and not in the tree, where tools that look upward would find the user's files instead of the commit's.
     */
    private Path base() {
        Path cache = cache().resolve("bengal-worktrees");
        return cache.startsWith(repository.top())
                ? PrivateFolder.at(Path.of(
                        System.getProperty("java.io.tmpdir"), "bengal-worktrees-" + System.getProperty("user.name")))
                : cache;
    }

    private Path cache() {
        String variable = surface.variables().getOrDefault("XDG_CACHE_HOME", "");
        String home = surface.variables().getOrDefault("HOME", "");
        return variable.startsWith("/")
                ? Path.of(variable)
                : Path.of(home.startsWith("/") ? home : System.getProperty("user.home"), ".cache")
                        .toAbsolutePath();
    }

    /** What to say and to exit with after a signal. */
    public static int stopped(ExperimentStoppedException stop, Surface surface) {
        surface.err()
                .println("bengal: stopped by a signal. What was built by then is recorded, the worktrees are removed.");
        return SIGNALLED + stop.signal();
    }
}
