package dev.bengal.cli;

import dev.bengal.analysis.Verdict;
import dev.bengal.cli.judge.BuildJudge;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.model.CommitOrder;
import dev.bengal.report.JudgedReport;
import dev.bengal.site.config.Configuration;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf check}: the gate. */
@Command(
        name = "check",
        description = "Judges the builds of the newest commit against the level before it, and against the budgets.",
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

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    CheckCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        HistorySource source = HistorySource.of(history, location, surface);
        Repository repository = new Repository(location.root());
        CommitOrder order = history.file == null ? repository.order(PerfCommand.COMMITS) : CommitOrder.BY_TIME;
        JudgedHistory known = JudgedHistory.of(source.store(), scope.filter(), order);
        new FindingsReport(surface).print(known.answer());
        Optional<CheckedCommit> candidate = CheckedCommit.newestIn(known);
        if (candidate.isEmpty()) {
            return withoutCandidate(known, source);
        }
        Revisions revisions = new Revisions(repository);
        JudgedReport report = report(candidate.get(), known, revisions);
        format.show(report, surface.out());
        return exitCode(report.verdict());
    }

    private JudgedReport report(CheckedCommit candidate, JudgedHistory known, Revisions revisions) {
        GateSettings settings = GateSettings.of(
                Configuration.load(location.root()),
                candidate.newest().identity().scenario(),
                candidate.newest().readings());
        settings.warnings().forEach(surface::warn);
        JudgedHistory leading =
                history.file == null ? known.only(revisions.leadingTo(candidate.hash(), candidate.branch())) : known;
        return new BuildJudge(settings.thresholds(), settings.budgets())
                .check(leading, candidate.side(), candidate.notes(revisions.commit("HEAD")));
    }

    private int withoutCandidate(JudgedHistory known, HistorySource source) {
        String why = known.answer().recorded() == 0
                ? source.whenEmpty().get()
                : known.builds().isEmpty()
                        ? "No build" + scope.words() + " is recorded."
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
