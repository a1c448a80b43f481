package dev.bengal.cli.gate;

import dev.bengal.cli.alert.Situations.Budgeted;
import dev.bengal.cli.history.CheckedCommit;
import dev.bengal.cli.judge.BuildJudge;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.site.config.Configuration;
import java.util.List;
import java.util.Optional;

/** Holds the newest commit of every scenario against its budgets, as {@code perf check} does for one. */
public record NewestBudgets(JudgedHistory history, Configuration configuration) {
    public List<Budgeted> held() {
        return history.material().stream()
                .map(build -> new Budgeted(
                        build.identity().project(), build.identity().scenario(), List.of()))
                .distinct()
                .map(this::held)
                .toList();
    }

    private Budgeted held(Budgeted one) {
        JudgedHistory own = history.only(build -> build.identity().project().equals(one.project())
                && build.identity().scenario().equals(one.scenario()));
        CheckedCommit checked = CheckedCommit.newestIn(own, Optional.empty()).orElseThrow();
        BuildMetrics newest = checked.newest();
        GateSettings settings = GateSettings.of(configuration, newest.identity().scenario(), newest.readings());
        JudgedReport report =
                new BuildJudge(settings.thresholds(), settings.budgets()).check(own, checked.side(), List.of());
        return new Budgeted(one.project(), one.scenario(), report.validation().budgets());
    }
}
