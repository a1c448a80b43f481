package dev.bengal.server;

import dev.bengal.analysis.Budgets;
import dev.bengal.analysis.LevelChanges;
import dev.bengal.analysis.PerformanceValidator;
import dev.bengal.analysis.ReplayedMetric;
import dev.bengal.analysis.Thresholds;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Scenario;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.report.judged.JudgedSide;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges by the time alone and by budgets, without a repository and a configuration. */
record PlainJudgements(BuildStore store, Optional<Acceptances> acceptances, Budgets budgets) implements Judgements {
    private static final String TIME = "total_duration_ms";

    /** Of a history that is only shown. */
    PlainJudgements(BuildStore store) {
        this(store, Optional.empty());
    }

    /** Without budgets. */
    PlainJudgements(BuildStore store, Optional<Acceptances> acceptances) {
        this(store, acceptances, new Budgets(List.of()));
    }

    @Override
    public CommitOrder order() {
        return CommitOrder.BY_TIME;
    }

    @Override
    public Optional<JudgedReport> newest(String project, Scenario scenario) {
        List<BuildMetrics> builds = store
                .recent(
                        BuildFilter.ALL
                                .project(project)
                                .scenario(scenario.name())
                                .baselineMaterial(),
                        BuildOrder.BY_COMMIT,
                        100)
                .builds()
                .stream()
                .map(BuildRecord::build)
                .toList();
        return builds.size() < 2
                ? Optional.empty()
                : Optional.of(judged(
                        new JudgedSide("before", builds.subList(0, builds.size() - 1)),
                        new JudgedSide("newest", builds.subList(builds.size() - 1, builds.size())),
                        budgets));
    }

    @Override
    public JudgedReport compare(JudgedSide base, JudgedSide candidate) {
        return judged(base, candidate, new Budgets(List.of()));
    }

    private JudgedReport judged(JudgedSide base, JudgedSide candidate, Budgets kept) {
        return new JudgedReport(
                base,
                candidate,
                new PerformanceValidator(Thresholds.DEFAULT, kept, order()).compare(base.builds(), candidate.builds()),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    @Override
    public LevelChanges changes(BuildFilter filter, Set<String> metrics) {
        return LevelChanges.in(store.series(filter, TIME), List.of(), order());
    }

    @Override
    public List<ReplayedMetric> worth(BuildFilter filter) {
        return store.series(filter, TIME).stream()
                .map(series ->
                        ReplayedMetric.of(series, Thresholds.DEFAULT.limit(series.scenario(), series.metric()), 1))
                .toList();
    }
}
