package dev.bengal.experiment;

import dev.bengal.analysis.bisect.CommitStep;
import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.model.BuildMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The builds of one commit, as far as they are needed. Checks it out when the first one has to be made. */
final class CommitSample implements AutoCloseable {
    private final String commit;
    private final CommitBuilds source;
    private final List<BuildMetrics> builds = new ArrayList<>();
    private final List<BuildMetrics> recordedBefore = new ArrayList<>();
    private boolean isAsked;
    private CommitBuilds.@Nullable Checked open;

    CommitSample(String commit, CommitBuilds source) {
        this.commit = commit;
        this.source = source;
    }

    /**
     * Sees to it that there are so many builds.
     *
     * @param like a build that was made here, whose likes are taken from the history; null where there is none yet
     * @return why it does not build; empty where it does
     */
    Optional<String> grow(int count, @Nullable BuildMetrics like) {
        if (like != null && !isAsked) {
            takeRecorded(like, count);
        }
        while (builds.size() < count) {
            if (open == null) {
                open = source.open(commit);
            }
            Attempt attempt = open.build();
            if (attempt instanceof Attempt.Failed failed) {
                return Optional.of(failed.why());
            }
            builds.add(((Attempt.Built) attempt).build());
        }
        return Optional.empty();
    }

    /** Those that it already has may have been recorded just now. */
    private void takeRecorded(BuildMetrics like, int count) {
        isAsked = true;
        for (BuildMetrics build : source.recorded(commit, like)) {
            boolean isKnown = builds.stream()
                    .anyMatch(known ->
                            known.identity().id().equals(build.identity().id()));
            if (!isKnown && builds.size() < Math.max(count, Bisection.MOST_REUSED)) {
                builds.add(build);
                recordedBefore.add(build);
            }
        }
    }

    /** Does without those that were recorded before, which may have been under another load. */
    void forgetRecorded() {
        isAsked = true;
        builds.removeAll(recordedBefore);
        recordedBefore.clear();
    }

    String commit() {
        return commit;
    }

    int size() {
        return builds.size();
    }

    List<BuildMetrics> builds() {
        return List.copyOf(builds);
    }

    double[] values(String metric) {
        return builds.stream()
                .mapToDouble(build -> MeasuredMetric.value(build, metric))
                .toArray();
    }

    CommitStep step(CommitStep.Standing standing, String metric, String reason) {
        return new CommitStep(
                commit,
                source.subject(commit),
                standing,
                builds.size(),
                recordedBefore.size(),
                builds.isEmpty() ? null : Double.valueOf(OrderStatistics.median(values(metric))),
                reason);
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
