package dev.bengal.store;

import dev.bengal.journal.EventEncoder;
import dev.bengal.journal.Journal;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The embedded store: a journal is the truth, and where it is long an index makes it fast. Whatever is wrong with the index
 * costs time and never an answer: the journal is read instead.
 */
public final class JournalStore implements BuildStore {
    /** How long a journal is read as it is, in bytes: some hundred builds, in less time than an index takes to be loaded. */
    public static final long SMALL = 1 << 20;

    private final Journal journal;
    private final BuildRecordReader reader;
    private final HistoryIndex index;
    private final long small;
    private volatile @Nullable Scanned scanned;

    /**
     * A store without an index, for a history that is read once.
     *
     * @param project whose history it is, for records that do not say
     */
    public JournalStore(Journal journal, String project) {
        this(journal, project, HistoryIndex.NONE, SMALL);
    }

    /**
     * A store with an index.
     *
     * @param small up to how many bytes the journal is read as it is
     */
    public JournalStore(Journal journal, String project, HistoryIndex index, long small) {
        this.journal = Objects.requireNonNull(journal, "journal");
        this.reader = new BuildRecordReader(project);
        this.index = Objects.requireNonNull(index, "index");
        this.small = small;
    }

    /** The history of a metrics directory, without an index. */
    public static JournalStore of(MetricsDirectory directory, String project) {
        return new JournalStore(directory.journal(), project);
    }

    @Override
    public void append(BuildMetrics build) {
        journal.append(RecordEncoder.line(build));
    }

    @Override
    public void append(HistoryEvent event) {
        journal.append(EventEncoder.line(event));
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        requirePositive(limit);
        return ask(builds -> builds.recent(filter, order, limit));
    }

    @Override
    public List<Series> series(BuildFilter filter, String metric, int limit) {
        requirePositive(limit);
        return ask(builds -> builds.series(filter, metric, limit));
    }

    @Override
    public List<ThinSeries> thinned(BuildFilter filter, String metric, int points) {
        return ask(builds -> builds.thinned(filter, metric, points));
    }

    @Override
    public List<HistoryEvent> events() {
        return ask(BuildReader::events);
    }

    /** A journal grows, or is replaced by another file. */
    @Override
    public Object mark() {
        return Arrays.asList(journal.fileKey(), journal.size());
    }

    @Override
    public boolean isNear() {
        return true;
    }

    private <T> T ask(Function<BuildReader, T> question) {
        if (journal.size() > small) {
            try {
                return index.ask(question);
            } catch (IndexException e) {
                // It can always be made again; and until then the journal knows it all.
            }
        }
        return question.apply(scan());
    }

    /** The last one as long as the journal is what it was, since it remembers what was said about builds. */
    private JournalScan scan() {
        Object mark = mark();
        Scanned last = scanned;
        if (last == null || !last.mark().equals(mark)) {
            last = new Scanned(mark, new JournalScan(journal, reader));
            scanned = last;
        }
        return last.scan();
    }

    @Override
    public List<BuildRecord> latest(BuildFilter filter, int limit) {
        requirePositive(limit);
        LatestBuilds latest = new LatestBuilds(reader, filter, limit);
        journal.walkBackwards(latest);
        return latest.found();
    }

    private static void requirePositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; at least 1 build can be asked for");
        }
    }

    private record Scanned(Object mark, JournalScan scan) {}
}
