package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several histories that are looked at as one; nothing is kept in it. Their projects are to be different ones: of two series of one
 * project and scenario none would be the whole.
 */
public final class JoinedStore implements BuildStore {
    private final List<BuildStore> stores;

    /** @param stores at least one */
    public JoinedStore(List<BuildStore> stores) {
        if (stores.isEmpty()) {
            throw new IllegalArgumentException("no histories to join");
        }
        this.stores = List.copyOf(stores);
    }

    /** Refused: nobody knows in which of them. */
    @Override
    public void append(BuildMetrics build) {
        throw new UnsupportedOperationException("histories that are joined are read only");
    }

    /** Refused: nobody knows in which of them. */
    @Override
    public void append(HistoryEvent event) {
        throw new UnsupportedOperationException("histories that are joined are read only");
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        List<History> answers =
                stores.stream().map(store -> store.recent(filter, order, limit)).toList();
        return new History(
                newest(
                        answers.stream().flatMap(answer -> answer.builds().stream()),
                        Comparator.comparing(BuildRecord::build, order.oldestFirst()),
                        limit),
                answers.stream().mapToLong(History::recorded).sum(),
                answers.stream().flatMap(answer -> answer.findings().stream()).toList());
    }

    /** Of each history as many builds as are asked for. */
    @Override
    public List<Series> series(BuildFilter filter, String metric, int limit) {
        return stores.stream()
                .flatMap(store -> store.series(filter, metric, limit).stream())
                .toList();
    }

    @Override
    public List<ThinSeries> thinned(BuildFilter filter, String metric, int points) {
        return stores.stream()
                .flatMap(store -> store.thinned(filter, metric, points).stream())
                .toList();
    }

    @Override
    public List<HistoryEvent> events() {
        return stores.stream()
                .flatMap(store -> store.events().stream())
                .sorted(Comparator.comparing(
                        (HistoryEvent event) -> event.stamp().time()))
                .toList();
    }

    /** Which of two histories kept one last is told by when the builds started. */
    @Override
    public List<BuildRecord> latest(BuildFilter filter, int limit) {
        return newest(
                stores.stream().flatMap(store -> store.latest(filter, limit).stream()),
                Comparator.comparing(BuildRecord::build, BuildOrder.BY_START.oldestFirst()),
                limit);
    }

    @Override
    public Object mark() {
        return stores.stream().map(BuildStore::mark).toList();
    }

    @Override
    public boolean isNear() {
        return stores.stream().allMatch(BuildStore::isNear);
    }

    @Override
    public List<String> troubles() {
        return stores.stream()
                .flatMap(store -> store.troubles().stream())
                .distinct()
                .toList();
    }

    private static List<BuildRecord> newest(Stream<BuildRecord> builds, Comparator<BuildRecord> order, int limit) {
        List<BuildRecord> sorted = builds.sorted(order).toList();
        return sorted.subList(Math.max(0, sorted.size() - limit), sorted.size());
    }
}
