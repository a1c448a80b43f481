package dev.bengal.cli.alert;

import dev.bengal.alerts.Alert;
import dev.bengal.alerts.AlertDesk.Situation;
import dev.bengal.alerts.AlertLedger;
import dev.bengal.analysis.BudgetCheck;
import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.LevelChanges;
import dev.bengal.analysis.Verdict;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells from a history what is worse now. What was told and can no longer be judged is neither better nor worse, and stays as it was. */
public final class Situations {
    private Situations() {}

    /** The budgets of one scenario, held against its newest commit. */
    public record Budgeted(String project, Scenario scenario, List<BudgetCheck> checks) {
        public Budgeted {
            checks = List.copyOf(checks);
        }
    }

    /**
     * All of it.
     *
     * @param ledger what was told before
     * @param now what started later is of a clock that goes wrong
     */
    public static Situation of(JudgedHistory history, List<Budgeted> budgets, AlertLedger ledger, Instant now) {
        Regressions regressions = new Regressions(ledger::isKnown, now);
        for (Series series : history.trackedSeries()) {
            List<LevelChange> steps =
                    LevelChanges.in(List.of(series), history.accepted(), history.order()).changes().stream()
                            .sorted(Comparator.comparingInt(
                                    change -> change.point().index()))
                            .toList();
            regressions.add(series, steps);
        }
        List<Alert> exceeded = alerts(budgets, Verdict.REGRESSED, ledger);
        List<Alert> firing = new ArrayList<>(regressions.firing());
        firing.addAll(exceeded);
        Set<String> news = new HashSet<>(regressions.news());
        exceeded.forEach(alert -> news.add(alert.id()));
        Set<String> settled = new HashSet<>(regressions.acknowledged());
        firing.forEach(alert -> settled.add(alert.id()));
        List<Alert> open = ledger.open().stream()
                .filter(alert -> !settled.contains(alert.id()))
                .toList();
        firing.addAll(regressions.lost(open, history.builds()));
        Set<String> unjudged = alerts(budgets, Verdict.NOT_JUDGED, ledger).stream()
                .map(Alert::id)
                .collect(Collectors.toSet());
        open.stream().filter(alert -> unjudged.contains(alert.id())).forEach(firing::add);
        return new Situation(firing, news, regressions.acknowledged());
    }

    private static List<Alert> alerts(List<Budgeted> budgets, Verdict verdict, AlertLedger ledger) {
        return budgets.stream()
                .flatMap(one -> one.checks().stream()
                        .filter(check -> check.verdict() == verdict)
                        .map(check -> alert(one, check, ledger)))
                .toList();
    }

    /** A budget may be exceeded more than once, and each time is an alert of its own. */
    private static Alert alert(Budgeted of, BudgetCheck check, AlertLedger ledger) {
        int times = 0;
        while (ledger.isOver(alert(of, check, times).id())) {
            times++;
        }
        return alert(of, check, times);
    }

    private static Alert alert(Budgeted of, BudgetCheck check, int times) {
        String metric = check.budget().metric() + (check.budget().perPage() ? " of each page" : "");
        return Alert.of(
                List.of("budget", of.project(), of.scenario().name(), metric, Integer.toString(times)),
                of.project(),
                of.project() + ": " + metric + " of '" + of.scenario() + "' is " + check.reason(),
                "It is " + check.value() + ", and " + check.budget().most()
                        + " is the limit.\nTo see it: bengal perf check");
    }
}
