package dev.bengal.analysis.bisect;

import java.util.List;

/**
 * What was measured of old commits.
 *
 * @param commits in the range
 * @param steps what was looked at, the oldest first
 */
public record BackfillResult(int commits, List<CommitStep> steps) {
    public BackfillResult {
        steps = List.copyOf(steps);
    }
}
