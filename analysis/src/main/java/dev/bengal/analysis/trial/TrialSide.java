package dev.bengal.analysis.trial;

import dev.bengal.model.BuildMetrics;
import java.util.List;
import java.util.Objects;

/**
 * One of the two commits of a trial.
 *
 * @param name as the user called it
 * @param commit its full hash
 * @param hasChanges whether uncommitted changes lay over it
 * @param builds those that were measured, in their order
 */
public record TrialSide(String name, String commit, boolean hasChanges, List<BuildMetrics> builds) {
    public TrialSide {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(commit, "commit");
        builds = List.copyOf(builds);
    }
}
