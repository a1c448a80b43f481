package dev.bengal.store;

import dev.bengal.model.BuildRecord;
import java.util.List;

/**
 * An answer about builds.
 *
 * @param builds that were asked for, oldest first
 * @param recorded how many builds the whole history holds
 * @param findings in the whole history, in the order of its lines
 */
public record History(List<BuildRecord> builds, long recorded, List<Finding> findings) {
    public History {
        builds = List.copyOf(builds);
        findings = List.copyOf(findings);
    }
}
