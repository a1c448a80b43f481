package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which builds are wanted: those that fulfil every condition.
 *
 * @param conditions none for every build
 */
public record BuildFilter(List<Condition> conditions) {
    /** Every build. */
    public static final BuildFilter ALL = new BuildFilter(List.of());

    public BuildFilter {
        conditions = List.copyOf(conditions);
    }

    /**
     * Those that {@code build} may be held against: comparable, from a clean tree, not excluded, and not the build itself. None
     * for a build that did not succeed.
     */
    public static BuildFilter baselineOf(BuildMetrics build) {
        return ALL.baselineMaterial()
                .project(build.identity().project())
                .scenario(build.identity().scenario().name())
                .outcome(build.outcome())
                .and(new Condition.Is(
                        TextColumn.ENVIRONMENT, build.environment().fingerprint()))
                .and(new Condition.IsNot(TextColumn.ID, build.identity().id().value()));
    }

    // Written out for the reason given at BuildId.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BuildFilter that && conditions.equals(that.conditions);
    }

    @Override
    public int hashCode() {
        return conditions.hashCode();
    }

    /** Whether this one is wanted. */
    public boolean accepts(BuildRecord build) {
        return conditions.stream().allMatch(condition -> condition.accepts(build));
    }

    /** Of this project. */
    public BuildFilter project(String name) {
        return and(new Condition.Is(TextColumn.PROJECT, name));
    }

    /** Of this scenario. */
    public BuildFilter scenario(String name) {
        return and(new Condition.Is(TextColumn.SCENARIO, name));
    }

    /** Of this branch. */
    public BuildFilter branch(String name) {
        return and(new Condition.Is(TextColumn.BRANCH, name));
    }

    /** In an environment whose fingerprint begins so. */
    public BuildFilter environment(String prefix) {
        return and(new Condition.BeginsWith(TextColumn.ENVIRONMENT, prefix));
    }

    /** With this outcome. */
    public BuildFilter outcome(Outcome outcome) {
        return and(new Condition.Is(TextColumn.OUTCOME, outcome.word()));
    }

    /** Whose id begins so. */
    public BuildFilter id(String prefix) {
        return and(new Condition.BeginsWith(TextColumn.ID, prefix));
    }

    /** Of a commit whose hash begins so. */
    public BuildFilter commit(String prefix) {
        return and(new Condition.BeginsWith(TextColumn.COMMIT, prefix));
    }

    /** Started at this time or later. */
    public BuildFilter since(Instant time) {
        return and(new Condition.Since(time));
    }

    /** Started before this time. */
    public BuildFilter until(Instant time) {
        return and(new Condition.Until(time));
    }

    /** Fit to be held against: successes, not from a dirty tree, not excluded. */
    public BuildFilter baselineMaterial() {
        return and(new Condition.BaselineMaterial());
    }

    /** Fulfilling this condition too. */
    public BuildFilter and(Condition condition) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new BuildFilter(more);
    }
}
