package dev.bengal.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One recorded build.
 *
 * @param commit null outside a repository, or where git did not answer
 * @param ci null outside CI
 * @param phases in the order in which they started
 * @param topAllocators the largest first; empty unless asked for
 */
public record BuildMetrics(
        BuildIdentity identity,
        BuildStats stats,
        @Nullable Commit commit,
        @Nullable CiRun ci,
        Totals totals,
        List<PhaseMetrics> phases,
        List<AllocationSite> topAllocators,
        List<Measurement> measurements,
        Environment environment) {
    public BuildMetrics {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(stats, "stats");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(environment, "environment");
        phases = LateList.copyOf(phases);
        topAllocators = LateList.copyOf(topAllocators);
        measurements = LateList.copyOf(measurements);
    }

    /** When it started. */
    public Instant timestamp() {
        return identity.timestamp();
    }

    /** How it ended. */
    public Outcome outcome() {
        return stats.outcome();
    }

    /**
     * Whether the numbers of {@code other} may be set against those of this build: both succeeded, in the same project
     * and scenario and in environments of one fingerprint.
     */
    public boolean isComparableWith(BuildMetrics other) {
        return outcome() == Outcome.SUCCESS
                && other.outcome() == Outcome.SUCCESS
                && identity.project().equals(other.identity.project())
                && identity.scenario().equals(other.identity.scenario())
                && environment.fingerprint().equals(other.environment.fingerprint());
    }

    /** Whether later builds may be held against this one: it succeeded, and what it built was a commit or no repository. */
    public boolean isBaselineMaterial() {
        return outcome() == Outcome.SUCCESS && (commit == null || !Boolean.TRUE.equals(commit.dirty()));
    }

    /**
     * Everything that it measured: totals, phases ({@code phase.rendering.duration_ms}), measurements. Each name stands once;
     * what was not measured is not there.
     */
    public List<Reading> readings() {
        return readings(PhaseMetric.ALL);
    }

    /** The same, of phases these metrics alone, in this order. */
    public List<Reading> readings(List<PhaseMetric> ofPhases) {
        Readings readings = new Readings();
        Readings.show(this, ofPhases, readings);
        return readings.list();
    }

    /** Shows the same to a visitor, one after the other, without the names; a measurement may come by that repeats a name. */
    public void visitReadings(ReadingVisitor visitor) {
        Readings.show(this, PhaseMetric.ALL, visitor);
    }

    /** What it measured of the metric of this name, or empty. */
    public Optional<Reading> reading(String metric) {
        return Readings.find(this, metric);
    }

    /** The same for a name that a person gave, who may leave out the {@code phase.} before a phase's metric. */
    public Optional<Reading> meant(String metric) {
        return reading(metric).or(() -> PhaseMetric.completed(metric).flatMap(this::reading));
    }

    /** The same build in that scenario. */
    public BuildMetrics in(Scenario scenario) {
        return new BuildMetrics(
                identity.in(scenario), stats, commit, ci, totals, phases, topAllocators, measurements, environment);
    }

    /** The same build with what is known of its allocation. */
    public BuildMetrics withTopAllocators(TopAllocators allocators) {
        List<Measurement> more = new ArrayList<>(measurements);
        more.addAll(allocators.measurements());
        return new BuildMetrics(identity, stats, commit, ci, totals, phases, allocators.sites(), more, environment);
    }
}
