package dev.bengal.cli.judge;

import dev.bengal.analysis.Explanation;
import dev.bengal.analysis.Validation;
import dev.bengal.analysis.Verdict;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.TotalMetric;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.report.judged.JudgedReport.InputGrowth;
import dev.bengal.report.judged.JudgedSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts a report together from what was judged. */
final class Assembly {
    private static final Metric TIME = TotalMetric.DURATION.metric();
    private static final Metric PAGES = TotalMetric.PAGES.metric();

    private final JudgedSide base;
    private final JudgedSide candidate;
    private final Validation validation;
    private final Function<Metric, List<BuildMetrics>> before;

    /** @param before the builds that a metric was held against, by which its change is explained, too */
    Assembly(
            JudgedSide base, JudgedSide candidate, Validation validation, Function<Metric, List<BuildMetrics>> before) {
        this.base = base;
        this.candidate = candidate;
        this.validation = validation;
        this.before = before;
    }

    /** @param obstacles why times say nothing; then no phase is blamed for them */
    JudgedReport report(List<String> obstacles, List<String> notes) {
        boolean isTimed = obstacles.isEmpty();
        return new JudgedReport(
                base,
                candidate,
                validation,
                obstacles,
                notes,
                isTimed && didTimeMove()
                        ? Explanation.mostOf(before.apply(TIME), candidate.builds())
                        : Optional.empty(),
                growths(isTimed));
    }

    private boolean didTimeMove() {
        return validation.comparisons().stream()
                .anyMatch(comparison ->
                        comparison.metric().name().equals(TIME.name()) && comparison.verdict() != Verdict.UNCHANGED);
    }

    private List<InputGrowth> growths(boolean isTimed) {
        List<InputGrowth> growths = new ArrayList<>();
        add(growths, TotalMetric.ALLOCATED.metric(), PAGES);
        if (isTimed) {
            add(growths, TIME, PAGES);
            phases().forEach(
                            phase -> add(growths, PhaseMetric.DURATION.metric(phase), PhaseMetric.ITEMS.metric(phase)));
        }
        return growths;
    }

    private void add(List<InputGrowth> growths, Metric metric, Metric input) {
        Explanation.growth(metric.name(), input.name(), before.apply(metric), candidate.builds())
                .filter(growth -> growth.input() != 1)
                .ifPresent(growth -> growths.add(new InputGrowth(metric.name(), input.name(), growth)));
    }

    private Stream<String> phases() {
        return candidate.builds().stream()
                .map(BuildMetrics::phases)
                .flatMap(List::stream)
                .map(PhaseMetrics::name)
                .distinct();
    }
}
