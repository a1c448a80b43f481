package dev.bengal.store;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers from the journal itself by reading all of it, twice: what was said about builds comes first, since it may stand behind
 * them. The cost grows with the history; the memory only with the ids and with what is asked for.
 */
final class JournalScan implements BuildReader {
    private final Journal journal;
    private final BuildRecordReader reader;

    JournalScan(Journal journal, BuildRecordReader reader) {
        this.journal = journal;
        this.reader = reader;
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        Newest newest = new Newest(filter, order.oldestFirst(), limit);
        List<Finding> findings = new ArrayList<>();
        long recorded = builds(newest, findings);
        return new History(newest.oldestFirst(), recorded, findings);
    }

    @Override
    public List<Series> series(BuildFilter filter, String metric, int limit) {
        Newest newest = new Newest(filter, BuildOrder.BY_COMMIT.oldestFirst(), limit);
        builds(newest, new ArrayList<>());
        SeriesCollector series = new SeriesCollector();
        for (BuildRecord known : newest.oldestFirst()) {
            BuildMetrics build = known.build();
            build.reading(metric)
                    .ifPresent(reading -> series.add(
                            reading.metric(),
                            build.identity().project(),
                            build.identity().scenario(),
                            Series.Point.of(build, reading.value())));
        }
        return series.inOrder();
    }

    @Override
    public List<HistoryEvent> events() {
        return Remarks.read(journal, reader).events();
    }

    /** Shows each build once that was not pruned; tells how many they were. */
    private long builds(Consumer<BuildRecord> visitor, List<Finding> findings) {
        Remarks remarks = Remarks.read(journal, reader);
        Set<BuildId> ids = new HashSet<>();
        journal.walk(new FindingLines(journal.file(), findings, reader, build -> {
            BuildId id = build.build().identity().id();
            if (!remarks.isPruned(id) && ids.add(id)) {
                visitor.accept(remarks.apply(build));
            }
        }));
        return ids.size();
    }

    /** The newest few of many builds. */
    private static final class Newest implements Consumer<BuildRecord> {
        private final BuildFilter filter;
        private final Comparator<BuildRecord> order;
        private final int limit;
        private final PriorityQueue<BuildRecord> kept;

        Newest(BuildFilter filter, Comparator<BuildMetrics> order, int limit) {
            this.filter = filter;
            this.order = (one, other) -> order.compare(one.build(), other.build());
            this.limit = limit;
            this.kept = new PriorityQueue<>(this.order);
        }

        @Override
        public void accept(BuildRecord build) {
            if (filter.accepts(build)) {
                kept.add(build);
                if (kept.size() > limit) {
                    kept.remove();
                }
            }
        }

        List<BuildRecord> oldestFirst() {
            return kept.stream().sorted(order).toList();
        }
    }
}
