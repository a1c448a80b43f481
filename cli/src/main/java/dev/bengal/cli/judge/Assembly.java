package dev.bengal.cli.judge;

import dev.bengal.analysis.Explanation;
import dev.bengal.analysis.Validation;
import dev.bengal.analysis.Verdict;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.TotalMetric;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.report.judged.JudgedReport.InputGrowth;
import dev.bengal.report.judged.JudgedSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a report together from what was judged. */
final class Assembly {
    private static final String TIME = TotalMetric.DURATION.metric().name();
    private static final String PAGES = TotalMetric.PAGES.metric().name();

    private final JudgedSide base;
    private final JudgedSide candidate;
    private final Validation validation;

    Assembly(JudgedSide base, JudgedSide candidate, Validation validation) {
        this.base = base;
        this.candidate = candidate;
        this.validation = validation;
    }

    /** @param obstacles why times say nothing; then no phase is blamed for them */
    JudgedReport report(List<String> obstacles, List<String> notes) {
        boolean isTimed = obstacles.isEmpty() && !base.builds().isEmpty();
        return new JudgedReport(
                base,
                candidate,
                validation,
                obstacles,
                notes,
                isTimed && didTimeMove() ? Explanation.mostOf(base.builds(), candidate.builds()) : Optional.empty(),
                growths(isTimed));
    }

    private boolean didTimeMove() {
        return validation.comparisons().stream()
                .anyMatch(comparison ->
                        comparison.metric().name().equals(TIME) && comparison.verdict() != Verdict.UNCHANGED);
    }

    private List<InputGrowth> growths(boolean isTimed) {
        List<InputGrowth> growths = new ArrayList<>();
        add(growths, TotalMetric.ALLOCATED.metric().name(), PAGES);
        if (isTimed) {
            add(growths, TIME, PAGES);
            phases().forEach(phase -> add(
                    growths,
                    PhaseMetric.DURATION.metric(phase).name(),
                    PhaseMetric.ITEMS.metric(phase).name()));
        }
        return growths;
    }

    private void add(List<InputGrowth> growths, String metric, String input) {
        Explanation.growth(metric, input, base.builds(), candidate.builds())
                .filter(growth -> growth.input() != 1)
                .ifPresent(growth -> growths.add(new InputGrowth(metric, input, growth)));
    }

    private Stream<String> phases() {
        return candidate.builds().stream()
                .map(BuildMetrics::phases)
                .flatMap(List::stream)
                .map(PhaseMetrics::name)
                .distinct();
    }
}
