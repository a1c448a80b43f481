package dev.bengal.report.build;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.Outcome;
import dev.bengal.model.TopAllocators;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.UsualLevel;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is shown of one build.
 *
 * @param unusual what lies beyond the noise of its usual level, in the order of the metrics; nothing where no level is known
 */
public record BuildReport(BuildMetrics build, List<Unusual> unusual) {
    private static final List<TotalMetric> WATCHED =
            List.of(TotalMetric.DURATION, TotalMetric.RSS_GROWTH, TotalMetric.LIVE_HEAP, TotalMetric.ALLOCATED);

    public BuildReport {
        Objects.requireNonNull(build, "build");
        unusual = List.copyOf(unusual);
    }

    /**
     * The report of a build.
     *
     * @param usual levels by the names of metrics. An allocation recorder disturbs times and memory: of a build with one they say nothing
     */
    public static BuildReport of(BuildMetrics build, Map<String, UsualLevel> usual) {
        Map<Metric, UsualLevel> told = new LinkedHashMap<>();
        for (TotalMetric watched : WATCHED) {
            Metric metric = watched.metric();
            UsualLevel level = usual.get(metric.name());
            if (level != null && !(TopAllocators.isRecorded(build) && TopAllocators.disturbs(metric))) {
                told.put(metric, level);
            }
        }
        return new BuildReport(build, build.outcome() == Outcome.SUCCESS ? unusual(build, told) : List.of());
    }

    private static List<Unusual> unusual(BuildMetrics build, Map<Metric, UsualLevel> told) {
        return told.entrySet().stream()
                .flatMap(entry -> build.reading(entry.getKey().name()).stream()
                        .filter(reading -> !entry.getValue().holds(reading.value()))
                        .map(reading -> new Unusual(entry.getKey(), reading.value(), entry.getValue())))
                .toList();
    }

    /**
     * A value outside of its band.
     *
     * @param value in the metric's unit
     */
    public record Unusual(Metric metric, double value, UsualLevel usual) {
        /** Such as {@code time 2.50s, usually 1.90s to 2.10s}. */
        String words() {
            return Label.metric(metric) + " " + Figures.value(metric, value) + ", usually "
                    + Figures.band(metric, usual);
        }
    }
}
