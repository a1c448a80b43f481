package dev.bengal.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One metric of one project and scenario over builds, oldest first. */
public record Series(Metric metric, String project, Scenario scenario, List<Point> points) {
    public Series {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(scenario, "scenario");
        points = List.copyOf(points);
    }

    /**
     * The metric's value in one build.
     *
     * @param value in the metric's unit
     * @param fingerprint of the environment of that build
     */
    public record Point(
            BuildId build,
            Instant timestamp,
            double value,
            @Nullable String commit,
            String fingerprint) {}
}
