package dev.bengal.analysis;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a candidate against the level that its history stands on, metric by metric; each baseline is looked for once. */
public final class LevelComparison {
    private final PerformanceValidator validator;
    private final EarlierBuilds earlier;
    private final List<HistoryEvent.Accepted> accepted;
    private final List<BuildMetrics> candidate;
    private final Map<String, Baseline> baselines = new ConcurrentHashMap<>();

    LevelComparison(
            PerformanceValidator validator,
            List<BuildMetrics> history,
            List<HistoryEvent.Accepted> accepted,
            List<BuildMetrics> candidate) {
        if (candidate.isEmpty()) {
            throw new IllegalArgumentException("a candidate without builds");
        }
        this.validator = validator;
        this.earlier = validator.earlier(history, candidate);
        this.accepted = List.copyOf(accepted);
        this.candidate = List.copyOf(candidate);
    }

    /** What a metric of the candidate is held against. */
    public Baseline baseline(Metric metric) {
        Baseline known = baselines.get(metric.name());
        if (known == null) {
            // Not within the map, which would have other metrics wait.
            known = validator.baseline(metric, earlier, accepted);
            baselines.put(metric.name(), known);
        }
        return known;
    }

    /**
     * Judges the candidate.
     *
     * @param suspects names of the metrics that were suspicious at first, and for which it was built again
     * @see PerformanceValidator#confirm
     */
    public Validation confirm(Set<String> suspects) {
        AcceptedHere here = new AcceptedHere(accepted, candidate);
        List<Comparison> comparisons = PerformanceValidator.metrics(candidate).parallelStream()
                .map(metric -> here.answer(judged(metric, suspects)))
                .toList();
        return validator.validation(comparisons, candidate);
    }

    private Comparison judged(Metric metric, Set<String> suspects) {
        Baseline baseline = baseline(metric);
        return suspects.contains(metric.name())
                ? validator.reconsider(metric, baseline, candidate)
                : validator.compare(metric, baseline, candidate);
    }
}
