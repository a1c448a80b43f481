package dev.bengal.cli;

import dev.bengal.analysis.bisect.BisectResult;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.option.PercentLimit;
import dev.bengal.cli.option.RunCount;
import dev.bengal.cli.recording.Laboratory;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.Bisection;
import dev.bengal.experiment.BuildRecipe;
import dev.bengal.experiment.ExperimentStoppedException;
import dev.bengal.experiment.git.Revision;
import dev.bengal.report.experiment.BisectJsonRenderer;
import dev.bengal.report.experiment.BisectTableRenderer;
import dev.bengal.report.experiment.CommitStepLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf bisect}: finds the commit that made a metric another one. */
@Command(
        name = "bisect",
        description = "Finds the commit between GOOD and BAD that made the difference, by building as few as possible.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:found, or narrowed down as far as the commits that build allow",
            "2:wrong usage or a failure; also where GOOD or BAD does not build",
            "3:GOOD and BAD do not differ by more than noise, or no two commits between them do",
            "130, 143:stopped by Ctrl-C or SIGTERM; the builds so far are recorded, and reused the next time"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  bengal perf bisect v1.2 HEAD -- make",
            "  bengal perf bisect HEAD~50 HEAD --metric allocated_mb -- bengal build docs"
        })
final class BisectCommand implements Callable<Integer> {
    private static final int ALIKE = 3;

    private final Surface surface;
    private final Location location;

    @Parameters(index = "0", paramLabel = "GOOD", description = "The commit before.")
    private String good = "";

    @Parameters(index = "1", paramLabel = "BAD", description = "The commit after, which followed from GOOD.")
    private String bad = "";

    @Parameters(
            index = "2..*",
            paramLabel = "COMMAND",
            description = "Behind '--': the program that builds, and its arguments; no shell is started.")
    private List<String> words = List.of();

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            defaultValue = "total_duration_ms",
            description =
                    "What to look at; ${DEFAULT-VALUE} by default. A key of the record such as cpu_ms, or the name of"
                            + " a measurement.")
    private String metric = "";

    @Option(
            names = {"-r", "--runs"},
            paramLabel = "N",
            defaultValue = "15",
            converter = RunCount.class,
            description =
                    "Build a commit at most so often; ${DEFAULT-VALUE} by default. It ends as soon as it is sure. A noisy"
                            + " metric takes three at least, and five of each end.")
    private int runs;

    @Option(
            names = "--limit",
            paramLabel = "PERCENT",
            defaultValue = "2",
            converter = PercentLimit.class,
            description =
                    "The least difference between GOOD and BAD that is worth a search; ${DEFAULT-VALUE} by default.")
    private double limit;

    @Mixin
    private final CommitSteps steps = new CommitSteps();

    BisectCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        BuildRecipe recipe = steps.recipe(words);
        Laboratory laboratory = steps.laboratory(surface, location);
        Revision first = laboratory.revision(good);
        Revision last = laboratory.revision(bad);
        List<String> commits = commits(laboratory, first, last);
        surface.err()
                .println("Searching " + (commits.size() - 1) + (commits.size() == 2 ? " commit" : " commits")
                        + " after " + first.shown() + " up to " + last.shown() + ".");
        try {
            BisectResult result = laboratory.work(
                    recipe,
                    workshop -> new Bisection(
                                    commits,
                                    steps.builds(laboratory, workshop, last, metric, location, surface),
                                    new Bisection.Plan(metric, runs, limit),
                                    step -> surface.err().println(CommitStepLine.of(step)))
                            .run());
            if (steps.isJson()) {
                new BisectJsonRenderer().render(result, surface.out());
            } else {
                new BisectTableRenderer().render(result, surface.out());
            }
            return result.suspects().isEmpty() ? ALIKE : 0;
        } catch (ExperimentStoppedException e) {
            return Laboratory.stopped(e, surface);
        }
    }

    private static List<String> commits(Laboratory laboratory, Revision first, Revision last) {
        if (first.hash().equals(last.hash())) {
            throw new CommandException("GOOD and BAD are the same commit, " + last.shown() + ".");
        }
        if (!laboratory.repository().isAncestor(first, last)) {
            throw new CommandException("BAD, " + last.shown() + ", did not follow from GOOD, " + first.shown() + "."
                    + (laboratory.repository().isAncestor(last, first)
                            ? " It is the other way around: name the older one first."
                            : " 'git merge-base' finds the commit that both followed from."
                                    + laboratory.repository().shallowHint()));
        }
        List<String> commits = new ArrayList<>(List.of(first.hash()));
        commits.addAll(laboratory.repository().firstParents(first, last));
        return commits;
    }
}
