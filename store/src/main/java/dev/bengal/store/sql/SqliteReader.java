package dev.bengal.store.sql;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildReader;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.History;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.ThinSeries;
import dev.bengal.store.columns.Block;
import dev.bengal.store.columns.Column;
import dev.bengal.store.columns.FoundBuilds;
import dev.bengal.store.columns.SeriesReading;
import dev.bengal.store.columns.ThinnedReading;
import dev.bengal.store.columns.WantedBuilds;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Answers from an index that is up to date: which builds they are it knows, what they say stands in the journal. */
final class SqliteReader implements BuildReader, AutoCloseable {
    /** Fewer lines are parsed before another thread would have begun. */
    private static final int WORTH_SHARING = 64;

    private final Connection connection;
    private final Journal journal;
    private final BuildRecordReader reader;
    private final KnownRecords known;
    private final BlockTable blocks;
    private final IndexContents contents;

    SqliteReader(
            Connection connection,
            Journal journal,
            BuildRecordReader reader,
            KnownRecords known,
            KnownChunks chunks,
            IndexContents.Known contents)
            throws SQLException {
        this.connection = connection;
        this.journal = journal;
        this.reader = reader;
        this.known = known;
        this.blocks = new BlockTable(connection, chunks);
        this.contents = contents.of(connection, blocks);
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        try {
            return new History(records(newest(wanted(filter), order, limit)), count(), findings());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** A block whose builds are all older than those that were found is not read. */
    private FoundBuilds newest(WantedBuilds wanted, BuildOrder order, int limit) throws SQLException {
        FoundBuilds found = new FoundBuilds(order, limit);
        List<BlockTable.Kept> latestFirst = new ArrayList<>(contents.blocks());
        latestFirst.sort(Comparator.comparingLong(kept -> -kept.latest(order)));
        for (BlockTable.Kept kept : latestFirst) {
            if (!found.needs(kept.latest(order))) {
                break;
            }
            Block block = blocks.open(kept);
            int[] places = wanted.in(block);
            if (places.length > 0) {
                found.add(block, places);
            }
        }
        return found;
    }

    private WantedBuilds wanted(BuildFilter filter) {
        return new WantedBuilds(filter, contents.words(), new BuildNumbers(connection));
    }

    private List<BuildRecord> records(FoundBuilds found) throws SQLException {
        List<String> ids = new ArrayList<>();
        List<Journal.Stretch> places = new ArrayList<>();
        found.forEach((block, at) -> {
            ids.add(block.id(at));
            places.add(place(block.get(Column.OFFSET, at), block.get(Column.LENGTH, at)));
        });
        List<byte[]> lines = journal.read(places);
        Map<String, String> excluded = excluded();
        IntStream all = IntStream.range(0, lines.size());
        // To parse thousands takes most of the time of such a question.
        return (lines.size() < WORTH_SHARING ? all : all.parallel())
                .mapToObj(i -> record(lines.get(i), ids.get(i)).excludedFor(excluded.get(ids.get(i))))
                .toList();
    }

    private static Journal.Stretch place(long offset, long length) {
        if (offset < 0 || length < 0 || length > Journal.LONGEST_LINE) {
            throw new StaleIndexException("the index names a place that cannot be");
        }
        return new Journal.Stretch(offset, (int) length);
    }

    private BuildRecord record(byte[] line, String id) {
        return known.find(id, line).orElseGet(() -> {
            BuildRecord parsed = parsed(line, id);
            known.keep(id, parsed);
            return parsed;
        });
    }

    private BuildRecord parsed(byte[] line, String id) {
        if (reader.readAgain(line) instanceof HistoryLine.Build build
                && build.record().build().identity().id().value().equals(id)) {
            return build.record();
        }
        throw new StaleIndexException("the journal does not hold build " + id + " where the index says");
    }

    private Map<String, String> excluded() throws SQLException {
        Map<String, String> excluded = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, why FROM excluded")) {
            while (rows.next()) {
                excluded.put(rows.getString(1), rows.getString(2));
            }
        }
        return excluded;
    }

    private long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT builds FROM total")) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Finding> findings() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT line, problem, lost FROM finding ORDER BY line, rowid")) {
            while (rows.next()) {
                findings.add(new Finding(journal.file(), rows.getLong(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        contents.progress().ifPresent(progress -> findings.addAll(tornLine(progress)));
        return findings;
    }

    /** What is wrong with a last line without a newline: it is not in the index, since its writer may still be at it. */
    private List<Finding> tornLine(Progress progress) {
        List<Finding> findings = new ArrayList<>();
        journal.walk(progress.position(), progress.line(), new Journal.LineVisitor() {
            @Override
            public void line(long number, long offset, byte[] line, boolean whole) {
                if (!whole) {
                    findings.addAll(Finding.of(journal.file(), number, reader.read(line)));
                }
            }

            @Override
            public void longLine(long number, long offset, long length, boolean whole) {
                if (!whole) {
                    findings.add(Finding.ofLongLine(journal.file(), number, length));
                }
            }
        });
        return findings;
    }

    @Override
    public List<Series> series(BuildFilter filter, String metric, int limit) {
        try {
            Optional<MetricTable.Numbered> numbered = MetricTable.find(connection, metric);
            if (numbered.isEmpty()) {
                return List.of();
            }
            WantedBuilds wanted = wanted(filter);
            SeriesReading reading =
                    new SeriesReading(numbered.get().metric(), numbered.get().number(), contents.words());
            if (limit == Integer.MAX_VALUE) {
                for (BlockTable.Kept kept : contents.blocks()) {
                    Block block = blocks.open(kept);
                    reading.add(block, wanted.in(block));
                }
            } else {
                newest(wanted, BuildOrder.BY_COMMIT, limit).forEach(reading::add);
            }
            return reading.series();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public List<ThinSeries> thinned(BuildFilter filter, String metric, int points) {
        try {
            Optional<MetricTable.Numbered> numbered = MetricTable.find(connection, metric);
            if (numbered.isEmpty()) {
                return List.of();
            }
            ThinnedReading reading =
                    new ThinnedReading(numbered.get().metric(), numbered.get().number(), contents.words());
            WantedBuilds wanted = wanted(filter);
            contents.blocks().parallelStream()
                    .map(kept -> {
                        Block block = blocks.open(kept);
                        return reading.read(block, wanted.in(block), kept.isInOrder());
                    })
                    .toList()
                    .forEach(reading::add);
            return reading.series(points);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public List<HistoryEvent> events() {
        try {
            return IndexWriter.remarks(connection).events();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public void close() throws SQLException {
        blocks.close();
    }
}
