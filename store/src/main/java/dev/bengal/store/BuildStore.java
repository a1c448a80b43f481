package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import java.util.List;

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

    /**
     * The builds that were kept last, of those that the filter accepts. The cost does not grow with the history, and so
     * only its newest part is searched.
     *
     * @param limit at most how many; at least 1
     * @return oldest first
     */
    List<BuildRecord> latest(BuildFilter filter, int limit);
}
