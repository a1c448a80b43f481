package dev.bengal.cli;

import dev.bengal.cli.gate.GateSettings;
import dev.bengal.cli.history.ComparedName;
import dev.bengal.cli.history.ComparedSide;
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
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.report.judged.JudgedSide;
import dev.bengal.site.config.Configuration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf compare}: what changed between two commits or builds. */
@Command(
        name = "compare",
        description = "Compares the builds of two commits, two builds or two journals, metric by metric.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine, whatever the verdict", "2:wrong usage, or there is no such build"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  bengal perf compare HEAD~5 HEAD",
            "  bengal perf compare main...feature    from where they parted",
            "  bengal perf compare before.jsonl after.jsonl"
        })
final class CompareCommand implements Callable<Integer> {
    private static final String FROM_MERGE_BASE = "...";

    private final Surface surface;
    private final Location location;

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description =
                    "A git revision, a build's id, latest, previous, or a file such as history.jsonl for the builds"
                            + " of its newest commit. A...B compares B with the commit where it left A.")
    private String before = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "AFTER", description = "The same; latest by default.")
    private @Nullable String after;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Mixin
    private final JudgedFormat format = new JudgedFormat();

    @Option(
            names = "--nearest",
            description = "Where a commit has no recorded build, take its nearest ancestor that has one.")
    private boolean isNearest;

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    CompareCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        Repository repository = new Repository(location.root());
        Revisions revisions = new Revisions(repository);
        HistorySource source = HistorySource.of(history, location, surface);
        CommitOrder order = repository.order(HistoryOptions.COMMITS);
        JudgedHistory known = JudgedHistory.of(source.store(), scope.filter(), order);
        new FindingsReport(surface).print(known.answer());
        ComparedName names = new ComparedName(source, known, revisions, scope, location, isNearest);
        format.show(report(names, revisions), surface);
        if (history.file == null) {
            new UsualLevelsFile(source, surface).write(known);
        }
        return 0;
    }

    private JudgedReport report(ComparedName names, Revisions revisions) {
        Pair pair = before.contains(FROM_MERGE_BASE) ? sinceParting(names, revisions) : named(names);
        BuildMetrics like = pair.after().newest();
        JudgedSide base = pair.before().sample(like);
        BuildMetrics newest = base.builds().get(base.builds().size() - 1);
        JudgedHistory leading = pair.before().history().only(revisions.leadingTo(newest.commit()));
        List<String> notes = new ArrayList<>(pair.before().notes());
        notes.addAll(pair.after().notes());
        GateSettings settings = GateSettings.of(
                Configuration.load(location.root()), like.identity().scenario(), like.readings());
        settings.warnings().forEach(surface::warn);
        return new BuildJudge(settings.thresholds(), settings.budgets())
                .compare(leading, base, pair.after().sample(like), notes);
    }

    private Pair named(ComparedName names) {
        ComparedSide right = names.find(after == null ? "latest" : after, null);
        return new Pair(names.find(before, right.newest()), right);
    }

    private Pair sinceParting(ComparedName names, Revisions revisions) {
        if (after != null) {
            throw new CommandException("'" + before + "' names both sides already; leave '" + after + "' out.");
        }
        int dots = before.indexOf(FROM_MERGE_BASE);
        String trunk = orHead(before.substring(0, dots));
        String feature = orHead(before.substring(dots + FROM_MERGE_BASE.length()));
        String end = known(feature, revisions);
        String parting = revisions
                .mergeBase(known(trunk, revisions), end)
                .orElseThrow(() -> new CommandException(trunk + " and " + feature + " have no commit in common."));
        return new Pair(
                names.ofCommit("the merge base of " + trunk + " and " + feature, parting),
                names.ofCommit(feature, end));
    }

    private static String orHead(String revision) {
        return revision.isEmpty() ? "HEAD" : revision;
    }

    private static String known(String revision, Revisions revisions) {
        return revisions
                .commit(revision)
                .orElseThrow(() -> new CommandException("'" + revision + "' is no commit that git knows here."));
    }

    private record Pair(ComparedSide before, ComparedSide after) {}
}
