package dev.bengal.cli.served;

import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import dev.bengal.store.History;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a history to judge by it, until something is added to the history: to read thousands of records takes far longer than
 * to judge by them. Safe for use by many threads.
 */
public final class RememberedHistories {
    /** So many records may be held at once; what was asked for last stays in any case. */
    private static final int MOST_BUILDS = 20_000;

    private final BuildStore store;
    private final Map<List<Object>, History> known = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Object mark;
    private List<HistoryEvent> events = List.of();

    RememberedHistories(BuildStore store) {
        this.store = store;
    }

    /** The newest builds that a filter accepts. */
    synchronized JudgedHistory of(BuildFilter filter, int limit, CommitOrder order) {
        Object now = store.mark();
        if (!now.equals(mark)) {
            known.clear();
            events = store.events();
            mark = now;
        }
        List<Object> part = List.of(filter, limit);
        History answer = known.get(part);
        if (answer == null) {
            answer = store.recent(filter, JudgedHistory.ORDER, limit);
            known.put(part, answer);
            forgetTheOldest();
        }
        return JudgedHistory.of(events, answer, order);
    }

    private void forgetTheOldest() {
        int held = known.values().stream().mapToInt(one -> one.builds().size()).sum();
        Iterator<History> oldest = known.values().iterator();
        for (int parts = known.size(); parts > 1 && held > MOST_BUILDS; parts--) {
            held -= oldest.next().builds().size();
            oldest.remove();
        }
    }
}
