package dev.bengal.analysis;

import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.Reading;
import dev.bengal.model.TotalMetric;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A budget, held against a candidate.
 *
 * @param value the median of the candidate's builds, of each page where the budget says so; null where it could not be told
 * @param verdict {@link Verdict#REGRESSED} where it is exceeded
 */
public record BudgetCheck(Budget budget, @Nullable Double value, Verdict verdict, String reason) {
    public BudgetCheck {
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
    }

    /** Holds it against the builds of one commit. */
    public static BudgetCheck of(Budget budget, List<BuildMetrics> candidate) {
        List<Reading> readings = candidate.stream()
                .flatMap(build -> build.reading(budget.metric()).stream())
                .toList();
        if (readings.isEmpty()) {
            return new BudgetCheck(budget, null, Verdict.NOT_JUDGED, "the candidate did not measure it");
        }
        return budget.perPage()
                ? perPage(budget, candidate)
                : judged(budget, readings.get(0).metric(), median(readings));
    }

    private static BudgetCheck perPage(Budget budget, List<BuildMetrics> candidate) {
        List<Reading> shares = candidate.stream()
                .flatMap(build -> share(budget, build).stream())
                .toList();
        return shares.isEmpty()
                ? new BudgetCheck(
                        budget,
                        null,
                        Verdict.NOT_JUDGED,
                        "fewer than " + Budgets.FEWEST_PAGES + " pages, of which it is too early to ask for each")
                : judged(budget, shares.get(0).metric(), median(shares));
    }

    private static Optional<Reading> share(Budget budget, BuildMetrics build) {
        OptionalDouble pages = TotalMetric.PAGES.of(build);
        return pages.orElse(0) < Budgets.FEWEST_PAGES
                ? Optional.empty()
                : build.reading(budget.metric())
                        .map(reading -> new Reading(reading.metric(), reading.value() / pages.getAsDouble()));
    }

    private static double median(List<Reading> readings) {
        return OrderStatistics.median(
                readings.stream().mapToDouble(Reading::value).toArray());
    }

    private static BudgetCheck judged(Budget budget, Metric metric, double value) {
        boolean higher = metric.direction() == Direction.HIGHER;
        boolean exceeded = higher ? value < budget.most() : value > budget.most();
        return new BudgetCheck(
                budget,
                value,
                exceeded ? Verdict.REGRESSED : Verdict.UNCHANGED,
                exceeded ? (higher ? "below the budget" : "over the budget") : "within the budget");
    }
}
