package dev.bengal.analysis;

import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Reading;
import dev.bengal.model.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the builds of one commit against those of another, metric by metric. */
public final class CommitComparison {
    private final PerformanceValidator validator;
    private final EarlierBuilds beforeBase;
    private final EarlierBuilds beforeCandidate;
    private final List<HistoryEvent.Accepted> accepted;
    private final List<BuildMetrics> base;
    private final List<BuildMetrics> candidate;
    private final Map<String, Baseline> levels = new ConcurrentHashMap<>();

    CommitComparison(
            PerformanceValidator validator,
            List<BuildMetrics> history,
            List<HistoryEvent.Accepted> accepted,
            List<BuildMetrics> base,
            List<BuildMetrics> candidate) {
        if (base.isEmpty() || candidate.isEmpty()) {
            throw new IllegalArgumentException("a comparison of no builds");
        }
        this.validator = validator;
        ReadOnce readings = new ReadOnce();
        this.beforeBase = validator.earlier(history, base, readings);
        this.beforeCandidate = validator.earlier(withBase(history, base), candidate, readings);
        this.accepted = List.copyOf(accepted);
        this.base = List.copyOf(base);
        this.candidate = List.copyOf(candidate);
    }

    /** Judges the candidate. */
    public Validation validation() {
        List<BuildMetrics> both =
                Stream.concat(candidate.stream(), base.stream()).toList();
        List<Comparison> comparisons = PerformanceValidator.metrics(both).parallelStream()
                .map(this::of)
                .toList();
        return validator.validation(comparisons, candidate);
    }

    /** The level that took the place of the base when a metric was judged; empty before that, and where the base stands for itself. */
    public Optional<Baseline> level(Metric metric) {
        return Optional.ofNullable(levels.get(metric.name()));
    }

    /** How many builds the longest of these levels has; 0 where the base always stands for itself. */
    public int levelBuilds() {
        return levels.values().stream()
                .mapToInt(level -> level.points().size())
                .max()
                .orElse(0);
    }

    private Comparison of(Metric metric) {
        if (points(metric, candidate).isEmpty()) {
            return notJudged(metric, "the candidate did not measure it");
        }
        String obstacle = obstacle(metric);
        if (obstacle != null) {
            return notJudged(metric, obstacle);
        }
        List<Series.Point> own = points(metric, base);
        if (own.isEmpty()) {
            return notJudged(metric, "the base did not measure it");
        }
        boolean isEnough = own.size() >= Baseline.FEWEST_BUILDS || metric.noise() == NoiseClass.EXACT;
        return isEnough || !isSameWork() || isSameCommit()
                ? ofMedians(validator.compare(metric, new Baseline(own), candidate))
                : againstLevel(metric);
    }

    /** An unjudged metric shows the two all the same. */
    private Comparison ofMedians(Comparison judged) {
        return judged.before() == null ? notJudged(judged.metric(), judged.reason()) : judged;
    }

    /** The builds of one commit have no level before them that does not belong to the other side too. */
    private boolean isSameCommit() {
        Commit before = base.get(0).commit();
        Commit after = candidate.get(0).commit();
        return before != null && after != null && before.hash().equals(after.hash());
    }

    private Comparison againstLevel(Metric metric) {
        Baseline before = validator.baseline(metric, beforeBase, accepted);
        if (before.missing() == 0 && isOffItsLevel(validator.compare(metric, before, base))) {
            return notJudged(metric, "the base may be off its own level; more builds of it can tell");
        }
        Baseline level = validator.baseline(metric, beforeCandidate, accepted);
        if (!isOfBase(level)) {
            levels.put(metric.name(), level);
        }
        return ofMedians(validator.compare(metric, level, candidate));
    }

    /** Whether it has no build but those of the base, which then stands for itself. */
    private boolean isOfBase(Baseline level) {
        Set<BuildId> own = base.stream().map(build -> build.identity().id()).collect(Collectors.toSet());
        return level.points().stream().map(Series.Point::build).allMatch(own::contains);
    }

    private static List<BuildMetrics> withBase(List<BuildMetrics> history, List<BuildMetrics> base) {
        Map<BuildId, BuildMetrics> missing = new LinkedHashMap<>();
        base.forEach(build -> missing.put(build.identity().id(), build));
        history.forEach(build -> missing.remove(build.identity().id()));
        return missing.isEmpty()
                ? history
                : Stream.concat(history.stream(), missing.values().stream()).toList();
    }

    private static boolean isOffItsLevel(Comparison comparison) {
        return comparison.verdict() == Verdict.REGRESSED
                || comparison.verdict() == Verdict.SUSPICIOUS
                || comparison.verdict() == Verdict.IMPROVED
                || comparison.reason().startsWith(GrowthJudge.PERHAPS_BETTER);
    }

    /** Why this metric of these two cannot be judged, or null. */
    private @Nullable String obstacle(Metric metric) {
        return switch (metric.noise()) {
            case NOISY ->
                !isSameWork()
                        ? "another scenario does other work"
                        : isSameEnvironment() ? null : "it was built in another environment";
            case STEADY ->
                isSameJava()
                        ? null
                        : "another version of Java allocates otherwise, as does one without its archive of class data";
            case EXACT -> null;
        };
    }

    private boolean isSameWork() {
        BuildIdentity before = base.get(0).identity();
        BuildIdentity after = candidate.get(0).identity();
        return before.project().equals(after.project()) && before.scenario().equals(after.scenario());
    }

    private boolean isSameEnvironment() {
        return base.get(0)
                .environment()
                .fingerprint()
                .equals(candidate.get(0).environment().fingerprint());
    }

    private boolean isSameJava() {
        return new JavaKinds()
                .isSame(base.get(0).environment(), candidate.get(0).environment());
    }

    private Comparison notJudged(Metric metric, String reason) {
        return Comparison.notJudged(metric, middle(metric, base), middle(metric, candidate), reason);
    }

    private static @Nullable Double middle(Metric metric, List<BuildMetrics> builds) {
        double[] values = builds.stream()
                .flatMap(build -> build.reading(metric.name()).stream())
                .mapToDouble(Reading::value)
                .toArray();
        return values.length == 0 ? null : Double.valueOf(OrderStatistics.median(values));
    }

    private static List<Series.Point> points(Metric metric, List<BuildMetrics> builds) {
        return builds.stream()
                .flatMap(build -> PerformanceValidator.point(build, metric).stream())
                .toList();
    }
}
