package dev.bengal.experiment;

import dev.bengal.collector.Surroundings;
import dev.bengal.collector.Ticker;
import dev.bengal.experiment.git.Worktree;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.HookVariables;
import dev.bengal.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds one checkout, every time from the same state. */
public final class CheckoutBuilder {
    private static final String WARM_UP = "warm-up";

    private final Worktree worktree;
    private final Commit commit;
    private final CommandProject project;
    private final Path scratch;
    private final Tools tools;

    /**
     * @param project in the worktree
     * @param scratch a folder for records that nobody keeps
     */
    CheckoutBuilder(Worktree worktree, Commit commit, CommandProject project, Path scratch, Tools tools) {
        this.worktree = worktree;
        this.commit = commit;
        this.project = project;
        this.scratch = scratch;
        this.tools = tools;
    }

    /** What all checkouts are built with. */
    record Tools(
            BuildRecipe recipe, CommandTool tool, SignalRelay signals, RunKeeper keeper, Consumer<String> warnings) {}

    Worktree worktree() {
        return worktree;
    }

    /** Builds it once without measuring; what the command records of itself is kept by nobody. */
    public Optional<String> warmUp() {
        CommandProject aside = new CommandProject(
                project.name(), project.root(), project.folder(), new MetricsDirectory(aside()), true);
        return build(aside, outside -> outside) instanceof Attempt.Failed failed
                ? Optional.of(failed.why())
                : Optional.empty();
    }

    private Path aside() {
        try {
            return Files.createDirectories(scratch.resolve(WARM_UP));
        } catch (IOException e) {
            throw new ExperimentException(
                    "no folder for the records of a warm-up can be made in " + scratch + ": " + e);
        }
    }

    /** Builds it once, measures that, and keeps it. */
    public Attempt build() {
        return build(project, tools.keeper());
    }

    private Attempt build(CommandProject in, RunKeeper keeper) {
        ExperimentStoppedException.check(tools.signals());
        worktree.restore(tools.recipe().keepsIgnored());
        if (!Files.isDirectory(project.folder())) {
            return new Attempt.Failed("it has no folder " + worktree.folder().relativize(project.folder()));
        }
        Optional<String> unprepared = prepare();
        if (unprepared.isPresent()) {
            return new Attempt.Failed(unprepared.get());
        }
        RecordedCommand run = recorder(in)
                .run(
                        tools.recipe().command(),
                        tools.recipe().scenario(),
                        tools.recipe().streams(),
                        Optional.empty());
        ExperimentStoppedException.check(tools.signals());
        return attempt(run, keeper);
    }

    private Attempt attempt(RecordedCommand run, RunKeeper keeper) {
        if (run.refusal().isPresent()) {
            String why = tools.recipe().command().words().get(0) + ": "
                    + run.refusal().get();
            if (!tools.recipe().isProgramOfTheCheckout()) {
                throw new ExperimentException(
                        why + ". No commit can be built so; what needs a shell is said by sh -c '...'.");
            }
            return new Attempt.Failed(why);
        }
        BuildMetrics counting = keeper.keep(run.build());
        return run.exitCode() == 0 && counting.outcome() == Outcome.SUCCESS
                ? new Attempt.Built(counting)
                : new Attempt.Failed(run.exitCode() == 0 ? "it recorded a failure" : "exit code " + run.exitCode());
    }

    private Optional<String> prepare() {
        if (tools.recipe().preparation().isEmpty()) {
            return Optional.empty();
        }
        String line = tools.recipe().preparation().get();
        CommandReading prepared = new CommandRunner(
                        project.folder(), tools.signals(), Ticker.SYSTEM, tools.warnings(), HookVariables.NAMES)
                .run(new Command(List.of("sh", "-c", line)), tools.recipe().streams(), Map.of(), Optional.empty());
        ExperimentStoppedException.check(tools.signals());
        return prepared.exitCode() == 0
                ? Optional.empty()
                : Optional.of("the preparation '" + line + "' ended with exit code " + prepared.exitCode());
    }

    private CommandRecorder recorder(CommandProject in) {
        return new CommandRecorder(
                in,
                tools.tool(),
                tools.signals(),
                () -> new CheckoutSurroundings(commit, Surroundings.ofCommand()),
                tools.warnings(),
                HookVariables.NAMES);
    }
}
