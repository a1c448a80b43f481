package dev.bengal.analysis.bisect;

import dev.bengal.analysis.statistics.Effect;
import dev.bengal.model.Metric;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a search for the commit that made the difference found.
 *
 * @param effect how far the bad commit is from the good one
 * @param differ whether that is more than noise; if not, nothing was searched
 * @param commits between the good one and the bad one, with the bad one
 * @param lastGood the hash; of the good commit, where nothing was searched
 * @param suspects the hashes of which one made the difference, the oldest first; a single one where it is found, none where
 *     nothing was searched, or where the last one cannot be told from {@code lastGood} after all
 * @param step how far the first commit that was taken for bad is from {@code lastGood}; null where nothing was searched
 * @param steps what was looked at, in that order
 */
public record BisectResult(
        Metric metric,
        Effect effect,
        boolean differ,
        int commits,
        String lastGood,
        List<String> suspects,
        @Nullable Effect step,
        List<CommitStep> steps) {
    public BisectResult {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(lastGood, "lastGood");
        suspects = List.copyOf(suspects);
        steps = List.copyOf(steps);
    }
}
