package dev.bengal.store.upkeep;

import dev.bengal.model.BuildId;
import java.time.Instant;

/**
 * What of a build decides whether it stays.
 *
 * @param group the builds that it is thinned among
 * @param isProtected whether it stays whatever its age
 */
public record PrunableBuild(BuildId id, Instant start, String group, boolean success, boolean isProtected) {}
