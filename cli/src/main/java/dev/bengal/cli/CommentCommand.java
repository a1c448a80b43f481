package dev.bengal.cli;

import dev.bengal.cli.gate.GateSettings;
import dev.bengal.cli.history.Ancestry;
import dev.bengal.cli.history.CheckedCommit;
import dev.bengal.cli.history.FindingsReport;
import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.history.Revisions;
import dev.bengal.cli.history.ScopeOptions;
import dev.bengal.cli.judge.BuildJudge;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.option.ChangeOptions;
import dev.bengal.cli.results.ForeignBuilds;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.forge.Change;
import dev.bengal.forge.CommentBoard;
import dev.bengal.forge.CommentMarker;
import dev.bengal.forge.ForgeException;
import dev.bengal.forge.ForgeException.Kind;
import dev.bengal.forge.github.Annotation;
import dev.bengal.forge.github.StepSummary;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.CommitOrder;
import dev.bengal.report.judged.CommentPlace;
import dev.bengal.report.judged.CommentRenderer;
import dev.bengal.report.judged.JudgedFinding;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.upkeep.Union;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf comment}: tells a pull request or a merge request what became of its builds. */
@Command(
        name = "comment",
        description = {
            "Judges the builds of a pull request or merge request, as check does, and keeps one comment on it up to date.",
            "Where it is, the variables of GitHub Actions or GitLab CI say, elsewhere --forge, --repository and --pull-request. On GitHub"
                    + " Actions the summary of the run and its annotations say it too."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine, whatever the verdict, also where the token may not comment",
            "2:wrong usage, there is no build to judge, or the forge does not answer"
        },
        footerHeading = "%nVariables:%n",
        footer = {
            "  GITHUB_TOKEN          GitHub: a token with the permission pull-requests: write",
            "  BENGAL_GITLAB_TOKEN   GitLab: a token of the project or group with the scope api"
        })
final class CommentCommand implements Callable<Integer> {
    private static final int FAILED = 2;

    private final Surface surface;
    private final Location location;

    @Option(names = "--dry-run", description = "Print the comment, and change nothing anywhere.")
    private boolean isDry;

    @Option(
            names = "--artifact",
            paramLabel = "FILE",
            description =
                    "In a run that another one started (workflow_run): the builds that the other one recorded, a line each. They"
                            + " are not trusted, and kept as builds of branch pr/N.")
    private @Nullable Path artifact;

    @Mixin
    private final ChangeOptions named = new ChangeOptions();

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    CommentCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        Optional<CiForge> ci = named.isNamed()
                ? Optional.of(CiForge.named(named, surface.variables(), new Repository(location.root())))
                : CiForge.of(surface.variables());
        if (ci.isEmpty() && !isDry) {
            throw new CommandException(
                    "There is neither GitHub Actions nor GitLab CI around, so that nobody says where to"
                            + " comment. --forge, --repository and --pull-request do. To see the comment: "
                            + surface.command() + " perf comment --dry-run.");
        }
        Optional<Change> change = ci.flatMap(known -> known.forge().change());
        if (ci.isPresent() && change.isEmpty() && ci.get().isAboutAnotherRun()) {
            surface.err()
                    .println(
                            "This run is about no pull request that is open and still at that commit; there is nothing to comment on.");
            return 0;
        }
        HistorySource source = HistorySource.of(history, location, surface);
        takeArtifact(ci, change, source);
        Optional<Judged> judged = judge(source, ci, change);
        if (judged.isEmpty()) {
            return FAILED;
        }
        CommentPlace place = new CommentPlace(ci.flatMap(CiForge::link), change.map(Change::base));
        CommentRenderer renderer = new CommentRenderer(place);
        if (isDry) {
            CommentMarker marker = judged.get().marker();
            surface.out().println(marker.line());
            surface.out().print(renderer.text(judged.get().report(), CommentBoard.room(marker)));
            return 0;
        }
        tellTheRun(judged.get().report(), renderer);
        change.ifPresentOrElse(
                known -> post(ci.orElseThrow(), known, judged.get(), renderer),
                () -> surface.err()
                        .println(
                                "This run is about no pull request or merge request; there is nothing to comment on."));
        return 0;
    }

    private void takeArtifact(Optional<CiForge> ci, Optional<Change> change, HistorySource source) throws IOException {
        boolean isAboutAnotherRun = ci.filter(CiForge::isAboutAnotherRun).isPresent();
        if (artifact == null) {
            return;
        }
        if (!isAboutAnotherRun || change.isEmpty() || history.file != null) {
            throw new CommandException("--artifact is for the builds of another run, in a workflow that begins with"
                    + " workflow_run; here they are in the history already.");
        }
        Path file = location.typed(artifact);
        source.directory().create();
        Union.Result result = new ForeignBuilds(
                        change.get(), source.project(), committed(change.get()), ci.flatMap(CiForge::link))
                .bringIn(file, new Union(source.directory().journal(), source.project()));
        surface.err()
                .println(result.builds() + (result.builds() == 1 ? " build" : " builds") + " taken as "
                        + ForeignBuilds.branch(change.get())
                        + (result.there() == 0 ? "." : ", " + result.there() + " here already."));
    }

    private @Nullable Instant committed(Change change) {
        return new Repository(location.root())
                .ask("show", "--no-patch", "--format=%ct", "--end-of-options", change.headCommit() + "^{commit}")
                .filter(lines -> lines.size() == 1 && lines.get(0).matches("\\d{1,11}"))
                .map(lines -> Instant.ofEpochSecond(Long.parseLong(lines.get(0))))
                .orElse(null);
    }

    private Optional<Judged> judge(HistorySource source, Optional<CiForge> ci, Optional<Change> change) {
        Repository repository = new Repository(location.root());
        CommitOrder order = history.file == null ? repository.order(HistoryOptions.COMMITS) : CommitOrder.BY_TIME;
        JudgedHistory known = JudgedHistory.of(source.store(), scope.filter(), order);
        new FindingsReport(surface).print(known.answer());
        Revisions revisions = new Revisions(repository);
        Optional<CheckedCommit> candidate = candidate(known, revisions, ci, change);
        if (candidate.isEmpty()) {
            String of = change.map(one -> " of " + one.headCommit()).orElse("");
            surface.err()
                    .println(
                            "bengal: nothing was judged. "
                                    + (known.answer().recorded() == 0
                                            ? source.whenEmpty().get()
                                            : scope.whenUnknown(
                                                            source,
                                                            known.answer().recorded())
                                                    .orElse(
                                                            "No build" + of + scope.words()
                                                                    + " counts: only successes from a clean tree that nobody excluded do.")));
            return Optional.empty();
        }
        return Optional.of(judged(candidate.get(), Ancestry.of(history, repository), change));
    }

    private Judged judged(CheckedCommit candidate, Ancestry ancestry, Optional<Change> change) {
        GateSettings settings = GateSettings.of(
                Configuration.load(location.root()),
                candidate.newest().identity().scenario(),
                candidate.newest().readings());
        settings.warnings().forEach(surface::warn);
        List<String> notes = new ArrayList<>(candidate.notes(Optional.empty()));
        change.filter(one -> !one.headCommit().equals(candidate.hash()))
                .ifPresent(one -> notes.add(
                        "what was built is " + candidate.shortHash() + ", and not the newest commit of the change, "
                                + one.headCommit().substring(0, 8) + "."));
        JudgedReport report = new BuildJudge(settings.thresholds(), settings.budgets())
                .check(
                        candidate
                                .history()
                                .only(ancestry.leadingTo(candidate.newest().commit())),
                        candidate.side(),
                        notes);
        return new Judged(candidate, report);
    }

    /** The newest commit of the change, else what the CI built in its place; without a change, what is checked out. */
    private static Optional<CheckedCommit> candidate(
            JudgedHistory known, Revisions revisions, Optional<CiForge> ci, Optional<Change> change) {
        List<String> commits = new ArrayList<>();
        change.map(Change::headCommit).ifPresent(commits::add);
        ci.ifPresent(one -> commits.addAll(one.built()));
        Optional<CheckedCommit> named = commits.stream()
                .flatMap(hash -> CheckedCommit.of(hash, known).stream())
                .findFirst();
        return named.isPresent() || change.isPresent()
                ? named
                : CheckedCommit.newestIn(known, revisions.commit("HEAD"));
    }

    private void tellTheRun(JudgedReport report, CommentRenderer renderer) throws IOException {
        if (!surface.variables().getOrDefault("GITHUB_ACTIONS", "").equals("true")) {
            return;
        }
        Annotation.of(JudgedFinding.of(report)).forEach(one -> surface.out().println(one.line()));
        String file = surface.variables().getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (!file.isBlank()) {
            StepSummary summary = new StepSummary(Path.of(file));
            boolean isWritten =
                    summary.room() > CommentBoard.LONGEST && summary.add(renderer.text(report, CommentBoard.LONGEST));
            if (!isWritten) {
                surface.warn(
                        "the summary of this step is nearly full already, and GitHub shows nothing of one that is over"
                                + " 1 MiB; nothing was added.");
            }
        }
    }

    private void post(CiForge ci, Change change, Judged judged, CommentRenderer renderer) {
        String place = ci.forge().name() + " " + change.number();
        if (!ci.isTokenSet()) {
            surface.err()
                    .println("No comment on " + place + " from this run: it has no token ("
                            + String.join(" or ", ci.tokens()) + "). " + ci.withoutToken());
            return;
        }
        CommentMarker marker = judged.marker();
        try {
            CommentBoard.Posting posting = new CommentBoard(ci.forge())
                    .keep(change, marker, renderer.text(judged.report(), CommentBoard.room(marker)));
            surface.err()
                    .println(said(posting) + " on " + place + ": "
                            + judged.report().verdict() + ".");
        } catch (ForgeException e) {
            if (e.kind() != Kind.NOT_ALLOWED) {
                throw e;
            }
            surface.err()
                    .println(
                            "No comment on " + place + ": the token may not. " + e.getMessage()
                                    + (named.isNamed()
                                            ? ""
                                            : " A run of a fork has no right to, and another one comments for it; see docs, In CI."));
        }
    }

    private static String said(CommentBoard.Posting posting) {
        return switch (posting) {
            case CREATED -> "Commented";
            case UPDATED -> "Brought the comment up to date";
            case UNCHANGED -> "The comment says it already";
        };
    }

    private record Judged(CheckedCommit candidate, JudgedReport report) {
        CommentMarker marker() {
            BuildIdentity identity = candidate.newest().identity();
            return CommentMarker.of(
                    identity.project(),
                    identity.scenario().name(),
                    candidate.newest().environment().fingerprint());
        }
    }
}
