package dev.bengal.cli;

import dev.bengal.analysis.bisect.BackfillResult;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.option.RunCount;
import dev.bengal.cli.option.StepCount;
import dev.bengal.cli.recording.Laboratory;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.Backfill;
import dev.bengal.experiment.BuildRecipe;
import dev.bengal.experiment.ExperimentStoppedException;
import dev.bengal.experiment.git.Revision;
import dev.bengal.report.experiment.BackfillJsonRenderer;
import dev.bengal.report.experiment.BackfillTableRenderer;
import dev.bengal.report.experiment.CommitStepLine;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf backfill}: measures old commits. */
@Command(
        name = "backfill",
        description = "Measures old commits, so that the history reaches further back.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine; also where commits were skipped, since they do not build",
            "2:wrong usage or a failure; also where no commit builds",
            "130, 143:stopped by Ctrl-C or SIGTERM; the builds so far are recorded, and reused the next time"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  bengal perf backfill v1.0..HEAD --steps 20 -- make",
            "  bengal perf backfill HEAD~100..HEAD --runs 3 -- bengal build docs"
        })
final class BackfillCommand implements Callable<Integer> {
    private static final int FAILED = 2;

    private final Surface surface;
    private final Location location;

    @Parameters(
            index = "0",
            paramLabel = "A..B",
            description = "The commits after A up to B, along the first parents; A.. goes up to HEAD.")
    private String range = "";

    @Parameters(
            index = "1..*",
            paramLabel = "COMMAND",
            description = "Behind '--': the program that builds, and its arguments; no shell is started.")
    private List<String> words = List.of();

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "10",
            converter = StepCount.class,
            description = "How many commits, evenly spread over the range; ${DEFAULT-VALUE} by default.")
    private int steps;

    @Option(
            names = {"-r", "--runs"},
            paramLabel = "N",
            defaultValue = "1",
            converter = RunCount.class,
            description = "How many builds each commit is to have, with those that are recorded; ${DEFAULT-VALUE} by"
                    + " default.")
    private int runs;

    @Mixin
    private final CommitSteps how = new CommitSteps();

    BackfillCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        BuildRecipe recipe = how.recipe(words);
        Laboratory laboratory = how.laboratory(surface, location);
        CommitRange ends = CommitRange.of(range);
        Revision after = laboratory.revision(ends.after());
        Revision last = laboratory.revision(ends.last());
        List<String> commits = laboratory.repository().firstParents(after, last);
        if (commits.isEmpty()) {
            throw new CommandException("There is no commit in " + ends.shown() + ": " + last.shown()
                    + " is older than " + after.shown() + ", or the same."
                    + laboratory.repository().shallowHint());
        }
        try {
            BackfillResult result = laboratory.work(
                    recipe,
                    workshop -> new Backfill(
                                    commits,
                                    how.builds(laboratory, workshop, last, "total_duration_ms", location, surface),
                                    step -> surface.err().println(CommitStepLine.of(step)))
                            .run(steps, runs));
            if (how.isJson()) {
                new BackfillJsonRenderer().render(result, surface.out());
            } else {
                new BackfillTableRenderer().render(result, surface.out());
            }
            return result.steps().stream().allMatch(step -> step.builds() == 0) ? FAILED : 0;
        } catch (ExperimentStoppedException e) {
            return Laboratory.stopped(e, surface);
        }
    }
}
