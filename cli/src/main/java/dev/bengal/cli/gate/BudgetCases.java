package dev.bengal.cli.gate;

import dev.bengal.analysis.Budget;
import dev.bengal.analysis.BudgetCheck;
import dev.bengal.analysis.Budgets;
import dev.bengal.analysis.Verdict;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.formats.writing.JUnitWriter;
import dev.bengal.model.BuildMetrics;
import dev.bengal.site.config.Configuration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The budgets of the configuration, each held against a build as a test case. */
public final class BudgetCases {
    private BudgetCases() {}

    /** Those of each build's scenario. */
    public static List<JUnitWriter.Case> of(List<BuildMetrics> builds, Configuration configuration, Surface surface) {
        List<JUnitWriter.Case> cases = new ArrayList<>();
        for (BuildMetrics build : builds) {
            GateSettings settings =
                    GateSettings.of(configuration, build.identity().scenario(), build.readings());
            settings.warnings().forEach(surface::warn);
            for (Budget budget : settings.budgets().in(build.identity().scenario())) {
                // Those for each page hold by themselves, and then mean nothing where a build makes none.
                if (build.stats().pageCount() != null || !Budgets.DEFAULT.all().contains(budget)) {
                    cases.add(testCase(build, BudgetCheck.of(budget, List.of(build))));
                }
            }
        }
        return cases;
    }

    private static JUnitWriter.Case testCase(BuildMetrics build, BudgetCheck check) {
        Budget budget = check.budget();
        String unit = build.reading(budget.metric())
                .map(reading -> reading.metric().unit().symbol())
                .orElse("");
        String name =
                budget.metric() + (budget.perPage() ? " per page" : "") + " within " + amount(budget.most(), unit);
        String found = check.value() == null ? check.reason() : amount(check.value(), unit) + ", " + check.reason();
        return new JUnitWriter.Case(
                build.identity().scenario().name() + " in "
                        + build.environment().fingerprint(),
                name,
                state(check.verdict()),
                found);
    }

    private static String amount(double value, String unit) {
        String number = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return (number + " " + unit).strip();
    }

    private static JUnitWriter.State state(Verdict verdict) {
        return switch (verdict) {
            case REGRESSED -> JUnitWriter.State.FAILED;
            case NOT_JUDGED -> JUnitWriter.State.SKIPPED;
            case UNCHANGED, IMPROVED, SUSPICIOUS -> JUnitWriter.State.PASSED;
        };
    }
}
