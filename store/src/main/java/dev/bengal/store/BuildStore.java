package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import java.util.List;

/** Keeps builds and what is said about them, and answers questions about both. */
public interface BuildStore extends BuildReader {
    /** Keeps one more build; one that is there already, or was pruned, changes nothing. */
    void append(BuildMetrics build);

    /** Keeps one more event; one that is there already changes nothing. */
    void append(HistoryEvent event);

    /**
     * The builds that were kept last, of those that the filter accepts. The cost does not grow with the history, and so
     * only its newest part is searched. A pruned build that a union brought back may be among them.
     *
     * @param limit at most how many; at least 1
     * @return oldest first
     */
    List<BuildRecord> latest(BuildFilter filter, int limit);

    /**
     * A mark of what is kept: as long as it is equal to an earlier one, every question has the answer that it had then. The cost does
     * not grow with the history.
     */
    Object mark();

    /** Whether {@link #mark} asks nobody but this machine, and so can be asked before every answer. */
    default boolean isNear() {
        return false;
    }

    /** What is the matter with it at this moment, a sentence or two each, fit to be shown; empty where all is well. */
    default List<String> troubles() {
        return List.of();
    }

    /**
     * Every build of a commit that the filter accepts.
     *
     * @param hash the commit's, or the beginning of it
     * @return oldest first, by start
     */
    default List<BuildRecord> byCommit(BuildFilter filter, String hash) {
        return recent(filter.commit(hash), BuildOrder.BY_START, Integer.MAX_VALUE)
                .builds();
    }
}
