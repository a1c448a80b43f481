package dev.bengal.store.sql;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildReader;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.History;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.SeriesCollector;
import dev.bengal.store.ThinSeries;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers from an index that is up to date: which builds they are it knows, what they say stands in the journal. */
final class SqliteReader implements BuildReader {
    /** Fewer lines are parsed before another thread would have begun. */
    private static final int WORTH_SHARING = 64;

    private final Connection connection;
    private final Journal journal;
    private final BuildRecordReader reader;
    private final KnownRecords known;
    private final Halves halves;

    SqliteReader(
            Connection connection,
            Halves.Connections connections,
            Journal journal,
            BuildRecordReader reader,
            KnownRecords known) {
        this.connection = connection;
        this.halves = new Halves(connection, connections);
        this.journal = journal;
        this.reader = reader;
        this.known = known;
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        FilterSql wanted = new FilterSql(filter, SqliteDialect.of(filter, order));
        try (PreparedStatement question = connection.prepareStatement("SELECT id, line_offset, line_length FROM build"
                + " WHERE " + wanted.where() + " ORDER BY " + newestFirst(order) + " LIMIT ?")) {
            question.setInt(wanted.bind(question), limit);
            return new History(records(question), count(), findings());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    static String newestFirst(BuildOrder order) {
        return switch (order) {
            case BY_START -> "started DESC, id DESC";
            case BY_COMMIT -> "stands DESC, started DESC, id DESC";
        };
    }

    private List<BuildRecord> records(PreparedStatement question) throws SQLException {
        List<String> ids = new ArrayList<>();
        List<Journal.Stretch> places = new ArrayList<>();
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
                places.add(place(rows.getLong(2), rows.getInt(3)));
            }
        }
        List<byte[]> lines = journal.read(places);
        Map<String, String> excluded = excluded();
        int last = lines.size() - 1;
        IntStream oldestFirst = IntStream.rangeClosed(0, last).map(i -> last - i);
        // To parse thousands takes most of the time of such a question.
        return (lines.size() < WORTH_SHARING ? oldestFirst : oldestFirst.parallel())
                .mapToObj(i -> record(lines.get(i), ids.get(i)).excludedFor(excluded.get(ids.get(i))))
                .toList();
    }

    private static Journal.Stretch place(long offset, int length) {
        if (offset < 0 || length < 0 || length > Journal.LONGEST_LINE) {
            throw new StaleIndexException("the index names a place that cannot be");
        }
        return new Journal.Stretch(offset, length);
    }

    private BuildRecord record(byte[] line, String id) {
        return known.find(id, line).orElseGet(() -> {
            BuildRecord parsed = parsed(line, id);
            known.keep(id, parsed);
            return parsed;
        });
    }

    private BuildRecord parsed(byte[] line, String id) {
        if (reader.read(line) instanceof HistoryLine.Build build
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
        Progress.read(connection).ifPresent(progress -> findings.addAll(tornLine(progress)));
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
            Numbered numbered = find(metric);
            return numbered == null ? List.of() : series(inOrderOfCommits(filter), numbered, limit);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static FilterSql inOrderOfCommits(BuildFilter filter) {
        return new FilterSql(filter, SqliteDialect.of(filter, BuildOrder.BY_COMMIT));
    }

    private @Nullable Numbered find(String name) throws SQLException {
        for (TotalMetric total : TotalMetric.ALL) {
            if (total.metric().name().equals(name)) {
                return new Numbered(total.metric(), TotalMetric.ALL.indexOf(total), "totals", "");
            }
        }
        try (PreparedStatement question =
                connection.prepareStatement("SELECT number, unit, direction, noise FROM metric WHERE name = ?")) {
            question.setString(1, name);
            try (ResultSet row = question.executeQuery()) {
                return row.next()
                        ? new Numbered(
                                MetricNumbers.metric(name, row),
                                row.getInt("number"),
                                "readings",
                                " JOIN detail USING (number)")
                        : null;
            }
        }
    }

    private List<Series> series(FilterSql wanted, Numbered metric, int limit) throws SQLException {
        SeriesReading reading = new SeriesReading(wanted, metric, words());
        // To put a million rows in order costs more than to read them, and they are put in order once more anyway.
        return limit == Integer.MAX_VALUE
                ? SeriesCollector.inOrder(halves.read(reading::between))
                : reading.newest(connection, limit).inOrder();
    }

    @Override
    public List<ThinSeries> thinned(BuildFilter filter, String metric, int points) {
        try {
            Numbered numbered = find(metric);
            return numbered == null
                    ? List.of()
                    : new ThinnedReading(connection, words(), numbered).of(inOrderOfCommits(filter), halves, points);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    static String word(Map<Integer, String> words, int number) {
        String word = words.get(number);
        if (word == null) {
            throw new StaleIndexException("the index has no word " + number);
        }
        return word;
    }

    private Map<Integer, String> words() throws SQLException {
        Map<Integer, String> words = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, text FROM word")) {
            while (rows.next()) {
                words.put(rows.getInt(1), rows.getString(2));
            }
        }
        return Collections.unmodifiableMap(words);
    }

    @Override
    public List<HistoryEvent> events() {
        try {
            return IndexWriter.remarks(connection).events();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * A metric and where its values lie.
     *
     * @param column of packed readings
     * @param join that brings the column, or nothing
     */
    record Numbered(Metric metric, int number, String column, String join) {}
}
