package dev.bengal.cli;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Finds recorded builds that spare a new one: of the same commit, scenario, environment and command, from a clean tree, not excluded,
 * and with the metric that is asked for.
 */
record Reusable(BuildStore store, String metric) implements BiFunction<String, BuildMetrics, List<BuildMetrics>> {
    @Override
    public List<BuildMetrics> apply(String commit, BuildMetrics like) {
        BuildFilter filter = BuildFilter.ALL
                .project(like.identity().project())
                .scenario(like.identity().scenario().name())
                .environment(like.environment().fingerprint())
                .baselineMaterial();
        return store.byCommit(filter, commit).stream()
                .map(BuildRecord::build)
                .filter(like::isComparableWith)
                .filter(build -> isSameCommand(build, like))
                .filter(build -> build.meant(metric).isPresent())
                .toList();
    }

    private static boolean isSameCommand(BuildMetrics build, BuildMetrics like) {
        return Objects.equals(
                build.environment().tooling().tool(),
                like.environment().tooling().tool());
    }
}
