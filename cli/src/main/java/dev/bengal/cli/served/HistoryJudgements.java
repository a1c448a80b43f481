package dev.bengal.cli.served;

import dev.bengal.analysis.LevelChanges;
import dev.bengal.analysis.ReplayedMetric;
import dev.bengal.cli.gate.GateSettings;
import dev.bengal.cli.gate.ScenarioLimits;
import dev.bengal.cli.history.Ancestry;
import dev.bengal.cli.history.CheckedCommit;
import dev.bengal.cli.judge.BuildJudge;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Scenario;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.report.judged.JudgedSide;
import dev.bengal.server.Acceptances;
import dev.bengal.server.Judgements;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says of builds on the dashboard what the commands say of them, under the limits of the project. */
public final class HistoryJudgements implements Judgements {
    /** As many as {@code selftest} looks at where nothing else is asked for. */
    private static final int REPLAYED = 200;

    /** A dashboard is looked at, not waited for: changes further back stay in {@code perf changes}. */
    private static final int LOOKED_AT = 1000;

    private final RememberedHistories histories;
    private final Supplier<CommitOrder> order;
    private final Ancestry ancestry;
    private final Configuration configuration;
    private final @Nullable Acceptances acceptances;

    /** Of a history that is only shown. */
    public HistoryJudgements(
            BuildStore store, Supplier<CommitOrder> order, Ancestry ancestry, Configuration configuration) {
        this(store, order, ancestry, configuration, null);
    }

    /**
     * Judges what a history holds.
     *
     * @param acceptances who takes what is accepted, or null where the history is only shown
     */
    public HistoryJudgements(
            BuildStore store,
            Supplier<CommitOrder> order,
            Ancestry ancestry,
            Configuration configuration,
            @Nullable Acceptances acceptances) {
        this.histories = new RememberedHistories(store);
        this.order = order;
        this.ancestry = new RememberedAncestry(ancestry, System::nanoTime);
        this.configuration = configuration;
        this.acceptances = acceptances;
    }

    @Override
    public Optional<Acceptances> acceptances() {
        return Optional.ofNullable(acceptances);
    }

    @Override
    public CommitOrder order() {
        return order.get();
    }

    @Override
    public Optional<JudgedReport> newest(String project, Scenario scenario) {
        JudgedHistory history = of(project, scenario);
        return CheckedCommit.newestIn(history, Optional.empty())
                .map(checked -> judge(checked.newest())
                        .check(
                                history.only(ancestry.leadingTo(checked.newest().commit())),
                                checked.side(),
                                checked.notes(Optional.empty())));
    }

    @Override
    public JudgedReport compare(JudgedSide base, JudgedSide candidate) {
        BuildMetrics newest = candidate.builds().get(candidate.builds().size() - 1);
        // Builds of another project or scenario are no level for the base.
        BuildMetrics before = base.builds().get(base.builds().size() - 1);
        JudgedHistory history =
                of(before.identity().project(), before.identity().scenario());
        return judge(newest).compare(history.only(ancestry.leadingTo(before.commit())), base, candidate, List.of());
    }

    private JudgedHistory of(String project, Scenario scenario) {
        return histories.of(
                BuildFilter.ALL.project(project).scenario(scenario.name()), JudgedHistory.MOST_BUILDS, order());
    }

    private BuildJudge judge(BuildMetrics build) {
        GateSettings settings = GateSettings.of(configuration, build.identity().scenario(), build.readings());
        return new BuildJudge(settings.thresholds(), settings.budgets());
    }

    @Override
    public LevelChanges changes(BuildFilter filter, Set<String> metrics) {
        JudgedHistory newest = histories.of(filter.baselineMaterial(), LOOKED_AT, order());
        return LevelChanges.in(
                metrics.isEmpty() ? newest.trackedSeries() : newest.series(metrics), newest.accepted(), newest.order());
    }

    @Override
    public List<ReplayedMetric> worth(BuildFilter filter) {
        JudgedHistory newest = histories.of(filter.baselineMaterial(), REPLAYED, order());
        return new ScenarioLimits(configuration).replay(newest.trackedSeries());
    }
}
