package dev.bengal.analysis;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import dev.bengal.model.Reading;
import dev.bengal.model.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a candidate by every metric that it measured and by the budgets that hold for it. Each metric has a baseline of its own,
 * since it stepped when it did.
 */
public final class PerformanceValidator {
    private final Thresholds thresholds;
    private final Budgets budgets;
    private final CommitOrder order;

    /** @param order in which builds stand in a series */
    public PerformanceValidator(Thresholds thresholds, Budgets budgets, CommitOrder order) {
        this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
        this.budgets = Objects.requireNonNull(budgets, "budgets");
        this.order = Objects.requireNonNull(order, "order");
    }

    /**
     * Judges the builds of one commit. A metric whose new level someone accepted with this very commit is not judged: what was
     * before is no measure of it any more.
     *
     * @param history earlier builds that nobody excluded; those that are no baseline for a metric, and those of the candidate
     *     itself, are left out here
     * @param candidate successes of one project, scenario and commit, at least one
     */
    public Validation validate(
            List<BuildMetrics> history, List<HistoryEvent.Accepted> accepted, List<BuildMetrics> candidate) {
        return confirm(history, accepted, candidate, Set.of());
    }

    /**
     * Judges a candidate that was built again for being suspicious: from three builds on, what they do not confirm is dropped; from five
     * on, what they confirm has regressed.
     *
     * @param candidate in the order in which it was built
     * @param suspects names of the metrics that were suspicious at first; the others are judged as ever
     */
    public Validation confirm(
            List<BuildMetrics> history,
            List<HistoryEvent.Accepted> accepted,
            List<BuildMetrics> candidate,
            Set<String> suspects) {
        return against(history, accepted, candidate).confirm(suspects);
    }

    /** The same for who also asks what a metric is held against. */
    public LevelComparison against(
            List<BuildMetrics> history, List<HistoryEvent.Accepted> accepted, List<BuildMetrics> candidate) {
        return new LevelComparison(this, history, accepted, candidate);
    }

    /** The same of builds that were chosen already. */
    Baseline baseline(Metric metric, EarlierBuilds earlier, List<HistoryEvent.Accepted> accepted) {
        return new Baseline(CurrentSegment.of(earlier.newest(metric), accepted));
    }

    /**
     * Judges them against those of another commit. Where that was built too seldom, the level that it stands on takes its place;
     * unless it seems to be off that level itself, since then nobody can tell.
     *
     * @param history builds up to the base, that nobody excluded; the base may be among them
     * @param base at least one
     */
    public Validation compare(
            List<BuildMetrics> history,
            List<HistoryEvent.Accepted> accepted,
            List<BuildMetrics> base,
            List<BuildMetrics> candidate) {
        return against(history, accepted, base, candidate).validation();
    }

    /** The same for who also asks what a metric was held against. */
    public CommitComparison against(
            List<BuildMetrics> history,
            List<HistoryEvent.Accepted> accepted,
            List<BuildMetrics> base,
            List<BuildMetrics> candidate) {
        return new CommitComparison(this, history, accepted, base, candidate);
    }

    /**
     * Judges them against these very builds, such as all of another commit, whatever the segments are.
     *
     * @param baseline those that are no baseline for a metric are left out here
     */
    public Validation compare(List<BuildMetrics> baseline, List<BuildMetrics> candidate) {
        EarlierBuilds earlier = earlier(baseline, candidate);
        List<Comparison> comparisons = new ArrayList<>();
        for (Metric metric : metrics(candidate)) {
            comparisons.add(compare(metric, new Baseline(earlier.all(metric).points()), candidate));
        }
        return validation(comparisons, candidate);
    }

    Validation validation(List<Comparison> comparisons, List<BuildMetrics> candidate) {
        return new Validation(
                candidate.stream().map(build -> build.identity().id()).toList(),
                ManyMetrics.corrected(comparisons),
                budgets.in(candidate.get(0).identity().scenario()).stream()
                        .map(budget -> BudgetCheck.of(budget, candidate))
                        .toList());
    }

    /** One metric of builds of one commit. */
    Comparison compare(Metric metric, Baseline baseline, List<BuildMetrics> candidate) {
        return GrowthJudge.compare(metric, baseline, values(metric, candidate), limit(metric, candidate));
    }

    /** One metric of builds that were suspicious before there were more of them. */
    Comparison reconsider(Metric metric, Baseline baseline, List<BuildMetrics> candidate) {
        return GrowthJudge.reconsider(metric, baseline, values(metric, candidate), limit(metric, candidate));
    }

    private Limit limit(Metric metric, List<BuildMetrics> candidate) {
        return thresholds.limit(candidate.get(0).identity().scenario(), metric);
    }

    private static double[] values(Metric metric, List<BuildMetrics> candidate) {
        return candidate.stream()
                .flatMap(build -> build.reading(metric.name()).stream())
                .mapToDouble(Reading::value)
                .toArray();
    }

    /** Every metric of any of these builds, once. */
    static List<Metric> metrics(List<BuildMetrics> builds) {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        for (BuildMetrics build : builds) {
            for (Reading reading : build.readings()) {
                metrics.putIfAbsent(reading.metric().name(), reading.metric());
            }
        }
        return List.copyOf(metrics.values());
    }

    /** Those of a history that a candidate may be held against. */
    EarlierBuilds earlier(List<BuildMetrics> history, List<BuildMetrics> candidate) {
        return earlier(history, candidate, new ReadOnce());
    }

    /** The same where the readings of some are known. */
    EarlierBuilds earlier(List<BuildMetrics> history, List<BuildMetrics> candidate, ReadOnce readings) {
        return new EarlierBuilds(history, candidate, order, readings);
    }

    static Optional<Series.Point> point(BuildMetrics build, Metric metric) {
        return build.reading(metric.name()).map(reading -> Series.Point.of(build, reading.value()));
    }
}
