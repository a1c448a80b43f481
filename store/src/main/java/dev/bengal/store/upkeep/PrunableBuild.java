package dev.bengal.store.upkeep;

import dev.bengal.model.BuildId;
import java.time.Instant;

/**
 * What of a build decides whether it stays.
 *
 * @param group the builds that it is thinned among
 * @param success whether it counts in judgements
 * @param isProtected whether it stays whatever its age
 */
public record PrunableBuild(BuildId id, Instant start, Group group, boolean success, boolean isProtected) {
    /**
     * Builds that are thinned among each other.
     *
     * @param branch empty where it is not known
     * @param environment a fingerprint
     */
    public record Group(String project, String scenario, String branch, String environment) {}
}
