package dev.bengal.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One metric of one project and scenario over builds, in the order of a {@link CommitOrder}. */
public record Series(Metric metric, String project, Scenario scenario, List<Point> points) {
    public Series {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(scenario, "scenario");
        points = List.copyOf(points);
    }

    /** The same series with its points in this order. */
    public Series in(CommitOrder order) {
        return new Series(
                metric,
                project,
                scenario,
                points.stream().sorted(order.points()).toList());
    }

    /** The same series with the builds in one environment alone. */
    public Series inEnvironment(String fingerprint) {
        return new Series(
                metric,
                project,
                scenario,
                points.stream()
                        .filter(point -> point.fingerprint().equals(fingerprint))
                        .toList());
    }

    /** The place of the first of the builds around this one that are of its commit; its own where it has none. */
    public int startOfCommit(int place) {
        int start = place;
        while (start > 0 && isSameCommit(start - 1, place)) {
            start--;
        }
        return start;
    }

    /** The place behind the last of the builds around this one that are of its commit; that behind its own where it has none. */
    public int endOfCommit(int place) {
        int end = place + 1;
        while (end < points.size() && isSameCommit(end, place)) {
            end++;
        }
        return end;
    }

    private boolean isSameCommit(int one, int other) {
        @Nullable String commit = points.get(other).commit();
        return commit != null && commit.equals(points.get(one).commit());
    }

    /**
     * The metric's value in one build.
     *
     * @param timestamp the build's start
     * @param value in the metric's unit
     * @param commit its full hash, or null outside a repository
     * @param commitTime the committer's time, or null where it is not known
     * @param fingerprint of the environment of that build
     */
    public record Point(
            BuildId build,
            Instant timestamp,
            double value,
            @Nullable String commit,
            @Nullable Instant commitTime,
            String fingerprint) {
        public Point {
            Objects.requireNonNull(build, "build");
            Objects.requireNonNull(timestamp, "timestamp");
            Objects.requireNonNull(fingerprint, "fingerprint");
        }

        /** The point of this build. */
        public static Point of(BuildMetrics build, double value) {
            Commit commit = build.commit();
            return new Point(
                    build.identity().id(),
                    build.timestamp(),
                    value,
                    commit == null ? null : commit.hash(),
                    commit == null ? null : commit.time(),
                    build.environment().fingerprint());
        }
    }
}
