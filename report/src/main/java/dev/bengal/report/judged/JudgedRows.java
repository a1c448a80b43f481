package dev.bengal.report.judged;

import dev.bengal.analysis.Budget;
import dev.bengal.analysis.BudgetCheck;
import dev.bengal.analysis.Budgets;
import dev.bengal.analysis.Comparison;
import dev.bengal.analysis.Verdict;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Reading;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.Unit;
import dev.bengal.report.history.PerformanceReport;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable.Column;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cells of a judged report, the same for every picture. */
public final class JudgedRows {
    static final List<Column> COLUMNS = List.of(
            Column.left("Metric"),
            Column.right("Before"),
            Column.right("After"),
            Column.right("Change"),
            Column.left("95 % interval"),
            Column.left("Verdict"),
            Column.left("Why"));

    private static final double LEAST_SHOWN_PERCENT = 0.05;

    private static final Set<Metric> TOTALS =
            TotalMetric.ALL.stream().map(TotalMetric::metric).collect(Collectors.toUnmodifiableSet());

    /** One cause moves the phases around it as well, each by several metrics. */
    private static final int MOST_OF_A_VERDICT = 12;

    private final JudgedReport report;
    private final boolean isAll;
    private final Set<Comparison> told;
    private final List<Comparison> shown;

    /** @param isAll whether all metrics have rows, instead of what changed, of which suspicious and improved ones may be many */
    JudgedRows(JudgedReport report, boolean isAll) {
        this.report = report;
        this.isAll = isAll;
        List<Comparison> worstFirst = report.validation().worstFirst();
        this.told = told(worstFirst);
        this.shown =
                isAll ? worstFirst : worstFirst.stream().filter(told::contains).toList();
    }

    private static Set<Comparison> told(List<Comparison> comparisons) {
        Set<Comparison> told = new HashSet<>(most(comparisons, Verdict.SUSPICIOUS));
        told.addAll(most(comparisons, Verdict.IMPROVED));
        comparisons.stream()
                .filter(comparison -> !isOneOfMany(comparison) && isTold(comparison))
                .forEach(told::add);
        return told;
    }

    /** The totals of a build as they were, and then what changed most for its size. */
    static Comparator<Comparison> mostFirst() {
        return Comparator.comparingDouble(
                comparison -> TOTALS.contains(comparison.metric()) ? Double.NEGATIVE_INFINITY : -share(comparison));
    }

    /** How much changed for what there was; from nothing to something is more than anything that was there grew by. */
    private static double share(Comparison comparison) {
        OptionalDouble growth = comparison.growth();
        if (growth.isPresent()) {
            return Math.abs(growth.getAsDouble());
        }
        Double before = comparison.before();
        double difference = difference(comparison).orElse(0);
        return before == null || difference == 0 ? 0 : Math.min(Math.abs(difference / before), Double.MAX_VALUE);
    }

    /** In the metric's unit, where it has no share: that of the effect; where there is none, that of the medians. */
    private static OptionalDouble difference(Comparison comparison) {
        Double before = comparison.before();
        Double after = comparison.after();
        Effect effect = comparison.effect();
        return before == null || after == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(effect == null ? after - before : effect.change());
    }

    /** Those of one verdict that changed most, for their size. */
    private static List<Comparison> most(List<Comparison> comparisons, Verdict verdict) {
        return comparisons.stream()
                .filter(comparison -> comparison.verdict() == verdict && isOneOfMany(comparison))
                .sorted(mostFirst())
                .limit(MOST_OF_A_VERDICT)
                .toList();
    }

    /** What fails a check is told in full, and so are the totals of a build. */
    private static boolean isOneOfMany(Comparison comparison) {
        return (comparison.verdict() == Verdict.SUSPICIOUS || comparison.verdict() == Verdict.IMPROVED)
                && !TOTALS.contains(comparison.metric());
    }

    /** The metrics that are shown, the worst first. */
    List<List<String>> metrics() {
        return shown.stream().map(JudgedRows::row).toList();
    }

    /** The metrics that changed, less those that are too many, or all others, the worst first. */
    List<List<String>> metrics(boolean isChanged) {
        return report.validation().worstFirst().stream()
                .filter(comparison -> isToldChange(comparison) == isChanged)
                .map(JudgedRows::row)
                .toList();
    }

    /** What {@code metrics()} leave to be explained, as a sentence; empty where nothing. */
    Optional<String> footnote() {
        return footnote(shown);
    }

    /** The same of {@code metrics(isChanged)}. */
    Optional<String> footnote(boolean isChanged) {
        return footnote(report.validation().worstFirst().stream()
                .filter(comparison -> isToldChange(comparison) == isChanged)
                .toList());
    }

    private static Optional<String> footnote(List<Comparison> rows) {
        List<String> contrary = rows.stream()
                .filter(JudgedRows::isContrary)
                .map(comparison -> Label.metric(comparison.metric()))
                .toList();
        return contrary.isEmpty()
                ? Optional.empty()
                : Optional.of("Of " + JudgedWords.some(contrary) + " the change and the two medians go different ways: "
                        + "the change is the median of all differences between two builds, one of each side.");
    }

    /** Whether the change, as it is shown, goes another way than from the one value to the other. */
    private static boolean isContrary(Comparison comparison) {
        Effect effect = comparison.effect();
        Double before = comparison.before();
        Double after = comparison.after();
        return effect != null
                && before != null
                && after != null
                && effect.change() * (after - before) < 0
                && !change(comparison).startsWith("±")
                && !value(comparison.metric(), before).equals(value(comparison.metric(), after));
    }

    /** How many of {@code metrics(false)} have a verdict. */
    long others(Verdict verdict) {
        return report.validation().comparisons().stream()
                .filter(comparison -> comparison.verdict() == verdict && !isToldChange(comparison))
                .count();
    }

    private boolean isToldChange(Comparison comparison) {
        return isChanged(comparison) && told.contains(comparison);
    }

    private static boolean isChanged(Comparison comparison) {
        return switch (comparison.verdict()) {
            case REGRESSED, SUSPICIOUS, IMPROVED -> true;
            case UNCHANGED, NOT_JUDGED -> isMoved(comparison);
        };
    }

    /** Counted, and another count than before, which is neither good nor bad. */
    private static boolean isMoved(Comparison comparison) {
        return comparison.metric().noise() == NoiseClass.EXACT
                && comparison.metric().direction() == Direction.NONE
                && comparison.verdict() == Verdict.NOT_JUDGED
                && comparison.before() != null
                && comparison.after() != null;
    }

    /** The budgets that are exceeded, or all others. */
    List<List<String>> budgets(boolean isExceeded) {
        return report.validation().budgets().stream()
                .filter(check -> (check.verdict() == Verdict.REGRESSED) == isExceeded)
                .filter(check -> isTold(check))
                .map(this::row)
                .toList();
    }

    /** How many metrics have no row, by verdict. */
    long left(Verdict verdict) {
        return of(verdict, report.validation().comparisons()) - of(verdict, shown);
    }

    private static long of(Verdict verdict, List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(comparison -> comparison.verdict() == verdict)
                .count();
    }

    /** The budgets that are shown. */
    List<List<String>> budgets() {
        return report.validation().budgets().stream()
                .filter(check -> isAll || isTold(check))
                .map(this::row)
                .toList();
    }

    /** Totals that are looked at first are always there, and what changed without being good or bad. */
    private static boolean isTold(Comparison comparison) {
        return isChanged(comparison) || PerformanceReport.USUAL.contains(comparison.metric());
    }

    /** Of the budgets that nobody asked for, only those that say something. */
    private boolean isTold(BudgetCheck check) {
        boolean isAsked = !Budgets.DEFAULT.all().contains(check.budget());
        boolean isMeasured = report.candidate().builds().stream()
                .anyMatch(build -> build.reading(check.budget().metric()).isPresent());
        return isAsked || check.verdict() != Verdict.NOT_JUDGED || (isMeasured && hasPages());
    }

    private boolean hasPages() {
        return report.candidate().builds().stream()
                .anyMatch(build -> TotalMetric.PAGES.of(build).isPresent());
    }

    private static List<String> row(Comparison comparison) {
        return List.of(
                Label.metric(comparison.metric()),
                value(comparison.metric(), comparison.before()),
                value(comparison.metric(), comparison.after()),
                change(comparison),
                interval(comparison),
                word(comparison.verdict()),
                why(comparison));
    }

    private List<String> row(BudgetCheck check) {
        Optional<Metric> metric = metric(check.budget());
        String name =
                metric.map(Label::metric).orElse(Label.printable(check.budget().metric()))
                        + (check.budget().perPage() ? " a page" : "");
        Double value = check.value();
        return List.of(
                name,
                value == null ? Figures.ABSENT : figure(metric, value),
                figure(metric, check.budget().most()),
                word(check.verdict()),
                Label.printable(check.reason()));
    }

    private Optional<Metric> metric(Budget budget) {
        return report.candidate().builds().stream()
                .flatMap((BuildMetrics build) -> build.reading(budget.metric()).stream())
                .map(Reading::metric)
                .findFirst()
                .or(() -> TotalMetric.ALL.stream()
                        .map(TotalMetric::metric)
                        .filter(total -> total.name().equals(budget.metric()))
                        .findFirst());
    }

    /** More finely than in the other tables: the share of a page is small. */
    private static String figure(Optional<Metric> metric, double value) {
        return metric.map(Metric::unit)
                .map(unit -> unit.equals(Unit.MILLISECONDS)
                        ? Figures.finely(value)
                        : Figures.plain(value) + (unit.equals(Unit.COUNT) ? "" : Label.printable(unit.symbol())))
                .orElse(Figures.plain(value));
    }

    private static String value(Metric metric, @Nullable Double value) {
        return value == null ? Figures.ABSENT : Figures.value(metric, value);
    }

    static String change(Comparison comparison) {
        OptionalDouble growth = comparison.growth();
        if (growth.isPresent()) {
            return Figures.change(OptionalDouble.of(100 * growth.getAsDouble()));
        }
        OptionalDouble moved = difference(comparison);
        if (moved.isEmpty()) {
            return Figures.ABSENT;
        }
        double difference = moved.getAsDouble();
        return (difference > 0 ? "+" : difference < 0 ? "−" : "±")
                + Figures.value(comparison.metric(), Math.abs(difference));
    }

    private static String interval(Comparison comparison) {
        return comparison.metric().noise() == NoiseClass.EXACT
                ? Figures.ABSENT
                : comparison.growthInterval().map(JudgedRows::interval).orElse(Figures.ABSENT);
    }

    private static String interval(Interval interval) {
        return Figures.change(OptionalDouble.of(100 * interval.low())) + " to "
                + Figures.change(OptionalDouble.of(100 * interval.high()));
    }

    private static String why(Comparison comparison) {
        String reason = Label.printable(comparison.reason());
        return comparison.verdict() == Verdict.UNCHANGED
                ? reason
                        + visible(comparison)
                                .map(least -> "; cannot see less than " + least)
                                .orElse("")
                : reason;
    }

    /** The smallest growth that would have been seen, such as {@code 4.2 %}; empty where that is unknown, or would be shown as 0. */
    static Optional<String> visible(Comparison comparison) {
        double percent = 100 * comparison.smallestVisibleGrowth().orElse(0);
        return percent < LEAST_SHOWN_PERCENT ? Optional.empty() : Optional.of(Figures.shareInTenths(percent));
    }

    /** As it is printed. */
    public static String word(Verdict verdict) {
        return verdict == Verdict.NOT_JUDGED
                ? "not judged"
                : verdict == Verdict.UNCHANGED ? "unchanged" : verdict.name();
    }
}
