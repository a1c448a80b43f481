package dev.bengal.cli;

import dev.bengal.analysis.GrowthJudge;
import dev.bengal.analysis.Verdict;
import dev.bengal.cli.gate.GateSettings;
import dev.bengal.cli.gate.Reruns;
import dev.bengal.cli.history.Ancestry;
import dev.bengal.cli.history.CheckedCommit;
import dev.bengal.cli.history.FindingsReport;
import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.history.Revisions;
import dev.bengal.cli.history.ScopeOptions;
import dev.bengal.cli.history.UsualLevelsFile;
import dev.bengal.cli.judge.BuildJudge;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.option.JudgedFormat;
import dev.bengal.cli.recording.CommandSetup;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.SignalRelay;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.site.config.Configuration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bengal perf check}: the gate. */
@Command(
        name = "check",
        description =
                "Judges the builds of the commit that is checked out, or else of the newest one, against the level before it, and against"
                        + " the budgets.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing that is surely worse",
            "1:a metric regressed or a budget is exceeded; with --strict also where something is suspicious",
            "2:wrong usage or a failure",
            "3:with --require-verdict: there is not enough to judge by"
        })
final class CheckCommand implements Callable<Integer> {
    private static final int REGRESSED = 1;
    private static final int FAILED = 2;
    private static final int NOT_JUDGED = 3;

    private final Surface surface;
    private final Location location;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Mixin
    private final JudgedFormat format = new JudgedFormat();

    @Option(names = "--strict", description = "Let what is suspicious fail too.")
    private boolean isStrict;

    @Option(names = "--require-verdict", description = "Fail with 3 where nothing could be said about growth.")
    private boolean isVerdictRequired;

    @Option(
            names = "--confirm",
            description = "Where something is suspicious, run COMMAND again, until the commit has 3 and then 5 builds.")
    private boolean isConfirming;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "With --confirm: the program that builds, and its arguments; all that follows it is its own.")
    private List<String> command = List.of();

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    CheckCommand(Surface surface, Location location) {
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
        requireCommand();
        HistorySource source = HistorySource.of(history, location, surface);
        Repository repository = new Repository(location.root());
        CommitOrder order = history.file == null ? repository.order(HistoryOptions.COMMITS) : CommitOrder.BY_TIME;
        JudgedHistory known = JudgedHistory.of(source.store(), scope.filter(), order);
        new FindingsReport(surface).print(known.answer());
        Optional<CheckedCommit> candidate = CheckedCommit.newestIn(known, head(repository));
        if (candidate.isEmpty()) {
            return withoutCandidate(known, source);
        }
        JudgedReport report = report(candidate.get(), source, repository);
        format.show(report, surface);
        if (history.file == null) {
            new UsualLevelsFile(source, surface).write(known);
        }
        return exitCode(report.verdict());
    }

    private JudgedReport report(CheckedCommit candidate, HistorySource source, Repository repository) {
        Gate gate = gate(candidate, repository);
        JudgedReport report = gate.check(candidate, Set.of());
        if (!isConfirming || report.verdict() != Verdict.SUSPICIOUS) {
            return report;
        }
        Set<String> suspects = suspects(report);
        try (SignalRelay signals = SignalRelay.install()) {
            CommandSetup setup = CommandSetup.of(location, history.metrics, false, signals, surface);
            CommitOrder order = candidate.history().order();
            Reruns reruns = new Reruns(
                    new dev.bengal.experiment.Command(command),
                    setup.recorder(),
                    source.directory(),
                    setup.shared(),
                    () -> JudgedHistory.of(source.store(), scope.filter(), order),
                    surface);
            CheckedCommit three = reruns.upTo(GrowthJudge.FIRST_LOOK, candidate);
            JudgedReport first = gate.check(three, suspects);
            boolean isOver =
                    first.verdict() != Verdict.SUSPICIOUS || three.builds().size() < GrowthJudge.FIRST_LOOK;
            return isOver ? first : gate.check(reruns.upTo(GrowthJudge.SURE_BUILDS, three), suspects);
        }
    }

    private static Set<String> suspects(JudgedReport report) {
        return report.validation().comparisons().stream()
                .filter(comparison -> comparison.verdict() == Verdict.SUSPICIOUS)
                .map(comparison -> comparison.metric().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Gate gate(CheckedCommit candidate, Repository repository) {
        GateSettings settings = GateSettings.of(
                Configuration.load(location.root()),
                candidate.newest().identity().scenario(),
                candidate.newest().readings());
        settings.warnings().forEach(surface::warn);
        return new Gate(
                new BuildJudge(settings.thresholds(), settings.budgets()),
                Ancestry.of(history, repository).leadingTo(candidate.newest().commit()),
                new Revisions(repository).commit("HEAD"));
    }

    private Optional<String> head(Repository repository) {
        return history.file == null ? new Revisions(repository).commit("HEAD") : Optional.empty();
    }

    private void requireCommand() {
        if (isConfirming == command.isEmpty()) {
            throw new CommandException(
                    isConfirming
                            ? "--confirm needs the command that builds: --confirm -- mvn verify."
                            : "'" + command.get(0) + "' is one word too many; a command is only run with --confirm.");
        }
        if (isConfirming && history.file != null) {
            throw new CommandException("--confirm records what it builds, which --history does not allow.");
        }
    }

    /** The judge, with what it needs to know of the repository. */
    private record Gate(BuildJudge judge, Predicate<BuildMetrics> leading, Optional<String> head) {
        JudgedReport check(CheckedCommit candidate, Set<String> suspects) {
            return judge.check(candidate.history().only(leading), candidate.side(), candidate.notes(head), suspects);
        }
    }

    private int withoutCandidate(JudgedHistory known, HistorySource source) {
        String why = known.answer().recorded() == 0
                ? source.whenEmpty().get()
                : known.builds().isEmpty()
                        ? scope.whenUnknown(source, known.answer().recorded())
                                .orElse("No build" + scope.words() + " is recorded.")
                        : "None of the " + known.builds().size() + " recorded builds" + scope.words()
                                + " can be judged: only successes from a clean tree that nobody excluded are.";
        surface.err().println("bengal: nothing was judged. " + why);
        return isVerdictRequired ? NOT_JUDGED : known.builds().isEmpty() ? FAILED : 0;
    }

    private int exitCode(Verdict verdict) {
        return switch (verdict) {
            case REGRESSED -> REGRESSED;
            case SUSPICIOUS -> isStrict ? REGRESSED : 0;
            case NOT_JUDGED -> isVerdictRequired ? NOT_JUDGED : 0;
            case UNCHANGED, IMPROVED -> 0;
        };
    }
}
