package dev.bengal.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which build this is.
 *
 * @param parentBuild the build that started this one, or null
 * @param timestamp its start
 * @param bengalVersion of the program that wrote the record, or null where the record does not say
 */
public record BuildIdentity(
        BuildId id,
        @Nullable BuildId parentBuild,
        Instant timestamp,
        String project,
        Scenario scenario,
        @Nullable String bengalVersion) {
    public BuildIdentity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(scenario, "scenario");
        if (project.isBlank()) {
            throw new IllegalArgumentException("project name is blank");
        }
    }

    BuildIdentity in(Scenario other) {
        return new BuildIdentity(id, parentBuild, timestamp, project, other, bengalVersion);
    }
}
