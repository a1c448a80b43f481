package dev.bengal.analysis;

import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the gate is worth for one metric of one project and scenario.
 *
 * @param builds how many there were to replay; of a noisy metric those of one environment, that of the most builds
 * @param limit from which growth on the gate calls it worse
 */
public record ReplayedMetric(
        Metric metric, String project, Scenario scenario, int builds, Limit limit, SelfTest result) {
    public ReplayedMetric {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(result, "result");
    }

    /** Replays a series; the same seed gives the same answer. */
    public static ReplayedMetric of(Series series, Limit limit, long seed) {
        Series replayed = series.metric().noise() == NoiseClass.NOISY ? ofOneEnvironment(series) : series;
        return new ReplayedMetric(
                series.metric(),
                series.project(),
                series.scenario(),
                replayed.points().size(),
                limit,
                SelfTest.of(replayed, limit, seed));
    }

    private static Series ofOneEnvironment(Series series) {
        Map<String, Integer> builds = new LinkedHashMap<>();
        series.points().forEach(point -> builds.merge(point.fingerprint(), 1, Integer::sum));
        String most = builds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return series.inEnvironment(most);
    }
}
