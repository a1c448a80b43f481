package dev.bengal.cli;

import dev.bengal.analysis.SequentialTrial;
import dev.bengal.analysis.Verdict;
import dev.bengal.analysis.trial.TrialResult;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.option.PairCount;
import dev.bengal.cli.option.PercentLimit;
import dev.bengal.cli.option.TimeBudget;
import dev.bengal.cli.recording.Laboratory;
import dev.bengal.cli.recording.RecipeOptions;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.ProgressBar;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.Ticker;
import dev.bengal.experiment.BuildRecipe;
import dev.bengal.experiment.ExperimentStoppedException;
import dev.bengal.experiment.PairedTrial;
import dev.bengal.experiment.TrialCheckout;
import dev.bengal.experiment.Workshop;
import dev.bengal.experiment.git.Checkout;
import dev.bengal.experiment.git.GitRepository;
import dev.bengal.experiment.git.Revision;
import dev.bengal.report.experiment.TrialJsonRenderer;
import dev.bengal.report.experiment.TrialMarkdownRenderer;
import dev.bengal.report.experiment.TrialTableRenderer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bengal perf ab}: holds two commits against each other by building both in turn. */
@Command(
        name = "ab",
        description = "Builds two commits in turn on this machine until it is sure which one is better.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing that is surely worse; also where the base does not build",
            "1:a metric regressed",
            "2:wrong usage or a failure; also where the head does not build",
            "3:with --require-verdict: it did not become sure",
            "130, 143:stopped by Ctrl-C or SIGTERM; the builds so far are recorded"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  bengal perf ab --base main -- make",
            "  bengal perf ab --base HEAD --uncommitted --budget 5m -- ./build.sh"
        })
final class AbCommand implements Callable<Integer> {
    /** How the answer is shown. */
    enum Format {
        table,
        json,
        markdown
    }

    private static final String HEAD = "HEAD";
    private static final int REGRESSED = 1;
    private static final int NOT_JUDGED = 3;

    private final Surface surface;
    private final Location location;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description =
                    "The program that builds, and its arguments; no shell is started. All that follows the program is"
                            + " its own.")
    private List<String> words = List.of();

    @Option(names = "--base", paramLabel = "REV", required = true, description = "The commit to compare with.")
    private String base = "";

    @Option(
            names = "--head",
            paramLabel = "REV",
            defaultValue = HEAD,
            description = "The commit to judge; ${DEFAULT-VALUE} by default.")
    private String head = HEAD;

    @Option(
            names = "--uncommitted",
            description = "Judge what lies in the folder now, uncommitted and untracked files too.")
    private boolean isUncommitted;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "60",
            converter = PairCount.class,
            description = "Build at most so many pairs; ${DEFAULT-VALUE} by default, which are the most.")
    private int pairs;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = TimeBudget.class,
            description = "Begin no pair that would end later than this, such as 90s or 1h30m; ${DEFAULT-VALUE} by"
                    + " default.")
    private Duration budget = Duration.ZERO;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "Judge this metric instead of total_duration_ms; may be repeated. A key of the record such as"
                    + " cpu_ms, or the name of a measurement.")
    private List<String> metrics = List.of();

    @Option(
            names = "--limit",
            paramLabel = "PERCENT",
            defaultValue = "5",
            converter = PercentLimit.class,
            description = "From which change on it matters; ${DEFAULT-VALUE} by default.")
    private double limit;

    @Option(names = "--require-verdict", description = "Fail with 3 where it did not become sure.")
    private boolean isVerdictRequired;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}.")
    private Format format = Format.table;

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    AbCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    /** Options behind the program are the program's. */
    @Spec
    void stopAtTheProgram(CommandSpec spec) {
        spec.parser().stopAtPositional(true);
    }

    @Override
    public Integer call() throws IOException {
        BuildRecipe recipe = options.recipe(words);
        Laboratory laboratory = Laboratory.of(surface, location, options);
        Checkout before = Checkout.of(laboratory.revision(base));
        Checkout after = headOf(laboratory);
        if (after.tree() == null
                && after.revision().hash().equals(before.revision().hash())) {
            surface.warn("base and head are the same commit; whatever differs is noise.");
        }
        try (ProgressBar progress = new ProgressBar(surface, pairs)) {
            TrialResult result = laboratory.work(
                    recipe, workshop -> trial(workshop, before, after, progress).run());
            progress.close();
            show(result);
            return exitCode(result.verdict());
        } catch (ExperimentStoppedException e) {
            return Laboratory.stopped(e, surface);
        }
    }

    private Checkout headOf(Laboratory laboratory) {
        GitRepository repository = laboratory.repository();
        if (isUncommitted && !head.equals(HEAD)) {
            throw new CommandException("--uncommitted is about what is checked out, so it leaves no choice of --head.");
        }
        Revision revision = laboratory.revision(head);
        boolean isDirty = head.equals(HEAD) && repository.isDirty();
        if (isUncommitted) {
            if (isDirty) {
                return repository.snapshot(revision);
            }
            surface.warn("there are no uncommitted changes; " + revision.shown() + " is judged as it is.");
        } else if (isDirty) {
            surface.warn("there are uncommitted changes, which are not judged; --uncommitted includes them.");
        }
        return Checkout.of(revision);
    }

    private PairedTrial trial(Workshop workshop, Checkout before, Checkout after, ProgressBar progress) {
        return new PairedTrial(
                new TrialCheckout(before, workshop.open("base", before)),
                new TrialCheckout(after, workshop.open("head", after)),
                new PairedTrial.Plan(
                        Math.min(pairs, SequentialTrial.MOST_PAIRS),
                        budget.toNanos(),
                        metrics.isEmpty()
                                ? List.of("total_duration_ms")
                                : metrics.stream().distinct().toList(),
                        limit),
                Ticker.SYSTEM,
                done -> progress.show(done, "pairs at most"));
    }

    private void show(TrialResult result) throws IOException {
        switch (format) {
            case json -> new TrialJsonRenderer().render(result, surface.out());
            case markdown -> new TrialMarkdownRenderer().render(result, surface.out());
            case table -> new TrialTableRenderer().render(result, surface.out());
        }
    }

    private int exitCode(Verdict verdict) {
        return switch (verdict) {
            case REGRESSED -> REGRESSED;
            case SUSPICIOUS, NOT_JUDGED -> isVerdictRequired ? NOT_JUDGED : 0;
            case UNCHANGED, IMPROVED -> 0;
        };
    }
}
