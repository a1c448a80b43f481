package dev.bengal.maven;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.PhaseMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The record of a build with all that is known only in the end, but its scenario.
 *
 * @param lifecycle in which phase of the lifecycle each goal ran, by the names of both
 */
record CompletedRecord(Map<String, String> lifecycle) {
    BuildMetrics of(BuildMetrics measured, BuildFacts facts, Reactor reactor, Downloads downloads, RanTests tests) {
        List<Measurement> measurements =
                new ArrayList<>(facts.measurements(reactor.needs().size()));
        List<PhaseMetrics> phases = new LifecyclePhases(lifecycle).between(measured.phases());
        if (!facts.concurrent()) {
            measurements.addAll(reactor.measurements(phases));
        }
        measurements.addAll(downloads.measurements());
        measurements.addAll(tests.measurements());
        return new BuildMetrics(
                measured.identity(),
                measured.stats(),
                measured.commit(),
                measured.ci(),
                measured.totals(),
                phases,
                measured.topAllocators(),
                measurements,
                measured.environment());
    }
}
