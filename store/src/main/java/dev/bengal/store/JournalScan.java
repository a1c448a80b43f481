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
import org.jspecify.annotations.Nullable;

/**
 * Answers from the journal itself by reading all of it. What was said about a build mostly stands behind it, so where something was
 * said, it is read once more with all of that known. The cost grows with the history; the memory only with the ids and with what is
 * asked for. For one state of the journal; safe for use by many threads.
 */
final class JournalScan implements BuildReader {
    private final Journal journal;
    private final BuildRecordReader reader;
    private volatile @Nullable Remarks remarks;

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
        Remarks known = remarks;
        if (known == null) {
            known = Remarks.read(journal, reader);
            remarks = known;
        }
        return known.events();
    }

    /** Collects the newest builds that were not pruned, each once; tells how many there are. */
    private long builds(Newest newest, List<Finding> findings) {
        Remarks known = remarks;
        if (known == null) {
            Remarks found = new Remarks();
            long recorded = walk(newest, findings, found, found::add);
            remarks = found;
            if (!found.concernBuilds()) {
                return recorded;
            }
            known = found;
            newest.clear();
            findings.clear();
        }
        return walk(newest, findings, known, event -> {});
    }

    private long walk(Newest newest, List<Finding> findings, Remarks known, Consumer<HistoryEvent> events) {
        Set<BuildId> ids = new HashSet<>();
        journal.walk(new FindingLines(journal.file(), findings, reader, events, build -> {
            BuildId id = build.build().identity().id();
            if (!known.isPruned(id) && ids.add(id)) {
                newest.add(known.apply(build));
            }
        }));
        return ids.size();
    }

    /** The newest few of many builds. */
    private static final class Newest {
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

        void add(BuildRecord build) {
            if (filter.accepts(build)) {
                kept.add(build);
                if (kept.size() > limit) {
                    kept.remove();
                }
            }
        }

        void clear() {
            kept.clear();
        }

        List<BuildRecord> oldestFirst() {
            return kept.stream().sorted(order).toList();
        }
    }
}
