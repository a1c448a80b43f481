package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import java.util.Optional;

/** Keeps builds and answers questions about them. */
public interface BuildStore {
    /** Keeps one more build. */
    void append(BuildMetrics build);

    /**
     * The newest builds, by their start.
     *
     * @param limit at most how many; at least 1
     */
    History recent(BuildFilter filter, int limit);

    /** The one that was kept last, of those that the filter accepts. Its cost does not grow with the history. */
    Optional<BuildRecord> latest(BuildFilter filter);
}
