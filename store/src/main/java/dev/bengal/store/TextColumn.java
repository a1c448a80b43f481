package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What builds are picked by that is text. */
public enum TextColumn {
    /** The build's id. */
    ID(build -> build.identity().id().value()),
    /** The project's name. */
    PROJECT(build -> build.identity().project()),
    /** The scenario's name. */
    SCENARIO(build -> build.identity().scenario().name()),
    /** The branch; absent outside a repository and on a detached HEAD. */
    BRANCH(build -> ofCommit(build, Commit::branch)),
    /** The full hash of the commit; absent outside a repository. */
    COMMIT(build -> ofCommit(build, Commit::hash)),
    /** The fingerprint of the environment. */
    ENVIRONMENT(build -> build.environment().fingerprint()),
    /** The word for the outcome. */
    OUTCOME(build -> build.outcome().word());

    private final Function<BuildMetrics, @Nullable String> reading;

    TextColumn(Function<BuildMetrics, @Nullable String> reading) {
        this.reading = reading;
    }

    /** What this build has there. */
    public Optional<String> of(BuildMetrics build) {
        return Optional.ofNullable(reading.apply(build));
    }

    private static @Nullable String ofCommit(BuildMetrics build, Function<Commit, @Nullable String> reading) {
        Commit commit = build.commit();
        return commit == null ? null : reading.apply(commit);
    }
}
