package dev.bengal.analysis;

import dev.bengal.model.Scenario;
import dev.bengal.model.TotalMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The promises that a build is held to.
 *
 * @param all of one metric, scenario and kind the later one wins
 */
public record Budgets(List<Budget> all) {
    /** Below so many pages the runtime's own size drowns the page. */
    public static final long FEWEST_PAGES = 100;

    /** 50 ms and 0.5 MB of resident memory a page. */
    public static final Budgets DEFAULT = new Budgets(List.of(
            new Budget(TotalMetric.DURATION.metric().name(), null, 50, true),
            new Budget(TotalMetric.RSS_GROWTH.metric().name(), null, 0.5, true)));

    public Budgets {
        all = List.copyOf(all);
    }

    /** The same with one more, which takes the place of one for the same metric, scenario and kind. */
    public Budgets with(Budget budget) {
        List<Budget> more = new ArrayList<>(all);
        more.removeIf(other -> other.metric().equals(budget.metric())
                && other.perPage() == budget.perPage()
                && Objects.equals(other.scenario(), budget.scenario()));
        more.add(budget);
        return new Budgets(more);
    }

    /** Those that hold in a scenario: one for it alone comes before one for all. */
    public List<Budget> in(Scenario scenario) {
        return all.stream()
                .filter(budget -> budget.scenario() == null
                        ? all.stream()
                                .noneMatch(other -> scenario.name().equals(other.scenario())
                                        && other.metric().equals(budget.metric())
                                        && other.perPage() == budget.perPage())
                        : budget.scenario().equals(scenario.name()))
                .toList();
    }
}
