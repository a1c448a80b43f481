package dev.bengal.server;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
import dev.bengal.store.History;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A store whose series somebody watches.
 *
 * @param watcher is told of how many builds a series is asked for, before it is there
 */
record WatchedStore(BuildStore store, IntConsumer watcher) implements BuildStore {
    @Override
    public List<Series> series(BuildFilter filter, String metric, int limit) {
        watcher.accept(limit);
        return store.series(filter, metric, limit);
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        return store.recent(filter, order, limit);
    }

    @Override
    public List<BuildRecord> latest(BuildFilter filter, int limit) {
        return store.latest(filter, limit);
    }

    @Override
    public List<HistoryEvent> events() {
        return store.events();
    }

    @Override
    public Object mark() {
        return store.mark();
    }

    @Override
    public void append(BuildMetrics build) {
        store.append(build);
    }

    @Override
    public void append(HistoryEvent event) {
        store.append(event);
    }
}
