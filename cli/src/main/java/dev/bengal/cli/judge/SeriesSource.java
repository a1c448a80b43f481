package dev.bengal.cli.judge;

import dev.bengal.model.CommitOrder;
import dev.bengal.model.Series;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
import java.util.List;
import java.util.Set;

/**
 * The series that judgements rest on, of histories of any length: the newest builds are read whole and once; what lies further back is
 * asked for metric by metric, which an index answers without reading the builds.
 */
public final class SeriesSource {
    private static final int READ_WHOLE = 1000;

    private final BuildStore store;
    private final BuildFilter filter;
    private final int limit;
    private final JudgedHistory newest;

    private SeriesSource(BuildStore store, BuildFilter filter, int limit, JudgedHistory newest) {
        this.store = store;
        this.filter = filter;
        this.limit = limit;
        this.newest = newest;
    }

    /** The builds that the filter accepts and that others may be held against, the newest of them at most. */
    public static SeriesSource in(BuildStore store, BuildFilter filter, CommitOrder order, int limit) {
        BuildFilter material = filter.baselineMaterial();
        JudgedHistory newest = JudgedHistory.of(
                store, store.recent(material, BuildOrder.BY_COMMIT, Math.min(limit, READ_WHOLE)), order);
        return new SeriesSource(store, material, limit, newest);
    }

    /** The newest builds, at most a thousand. */
    public JudgedHistory newest() {
        return newest;
    }

    /** The series of these metrics in the order of their commits, one for each project and scenario. */
    public List<Series> series(Set<String> metrics) {
        boolean isAll = newest.builds().size() < READ_WHOLE || limit <= READ_WHOLE;
        return isAll
                ? newest.series(metrics)
                : metrics.stream()
                        .flatMap(metric -> store.series(filter, metric, limit).stream())
                        .map(series -> series.in(newest.order()))
                        .toList();
    }
}
