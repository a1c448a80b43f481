package dev.bengal.cli.recording;

import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.experiment.BuildRecipe;
import dev.bengal.experiment.Command;
import dev.bengal.experiment.CommandStreams;
import dev.bengal.experiment.DefaultScenario;
import dev.bengal.model.Scenario;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How commits are built in worktrees. */
public final class RecipeOptions {
    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description =
                    "What the command is called in the history, as for 'perf run'; where it records several builds"
                            + " of itself, the scenario of the one that counts.")
    private @Nullable String scenario;

    @Option(
            names = {"-p", "--prepare"},
            paramLabel = "LINE",
            description = "Run this by sh before each build; it is not measured.")
    private @Nullable String prepare;

    @Option(
            names = "--keep",
            description =
                    "Let what git ignores stay from build to build, so that later ones are incremental; without it"
                            + " each begins with nothing but the commit.")
    public boolean isKeeping;

    @Option(names = "--show-output", description = "Let the command write to stdout and stderr.")
    private boolean showOutput;

    @Option(
            names = "--keep-arguments",
            description =
                    "Store the command as it is, with the secrets it may hold, instead of a hash of its arguments.")
    boolean keepArguments;

    @Mixin
    public final MetricsOptions metrics = new MetricsOptions();

    public BuildRecipe recipe(List<String> words) {
        if (words.isEmpty()) {
            throw new CommandException("there is no command; put the one that builds behind '--', such as -- make.");
        }
        Command command = new Command(words);
        return new BuildRecipe(
                command,
                scenario().orElseGet(() -> DefaultScenario.of(command)),
                Optional.ofNullable(prepare),
                isKeeping,
                showOutput ? CommandStreams.shown() : CommandStreams.discarded());
    }

    /** The one that was asked for. */
    Optional<Scenario> scenario() {
        return ScenarioName.of(scenario);
    }
}
