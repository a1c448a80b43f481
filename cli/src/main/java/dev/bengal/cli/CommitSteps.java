package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.option.TableOrJson;
import dev.bengal.cli.recording.Laboratory;
import dev.bengal.cli.recording.RecipeOptions;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.BuildRecipe;
import dev.bengal.experiment.CommitWorkshop;
import dev.bengal.experiment.Workshop;
import dev.bengal.experiment.git.Revision;
import java.util.List;
import picocli.CommandLine.Mixin;

/** How commits are built one after the other, which of their builds the history spares, and how the answer is shown. */
final class CommitSteps {
    @Mixin
    private final ReuseOption reuse = new ReuseOption();

    @Mixin
    private final TableOrJson format = new TableOrJson();

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    BuildRecipe recipe(List<String> words) {
        return options.recipe(words);
    }

    Laboratory laboratory(Surface surface, Location location) {
        return Laboratory.of(surface, location, options);
    }

    /**
     * Where the commits up to {@code last} are built.
     *
     * @param metric what a recorded build must have measured to spare a new one
     */
    CommitWorkshop builds(
            Laboratory laboratory,
            Workshop workshop,
            Revision last,
            String metric,
            Location location,
            Surface surface) {
        return new CommitWorkshop(
                laboratory.repository(),
                workshop,
                reuse.history(options.metrics, metric, location, surface),
                last.branch(),
                options.isKeeping);
    }

    boolean isJson() {
        return format.isJson();
    }
}
