package dev.bengal.store.sql;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Outcome;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.Remarks;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts lines of a journal into an index, within a transaction of the caller's. */
final class IndexWriter implements AutoCloseable {
    /** As few as may be held in memory without each insertion costing more. */
    private static final int ROWS_AT_ONCE = 256;

    private final Connection connection;
    private final Words words;
    private final MetricNumbers metrics;
    private final PreparedStatement build;
    private final PreparedStatement detail;
    private final PreparedStatement finding;
    private final PreparedStatement isPruned;
    private final List<IndexedLine> waiting = new ArrayList<>();
    private boolean anyPruned;
    private boolean anyRemark;
    private long nextNumber;
    private long more;

    IndexWriter(Connection connection, MetricNumbers metrics) throws SQLException {
        this.connection = connection;
        this.metrics = metrics;
        this.words = Words.read(connection);
        this.build = connection.prepareStatement("""
                INSERT OR IGNORE INTO build (number, id, line_offset, line_length, started, stands, project, scenario,
                    branch, environment, outcome, dirty, commit_hash, commit_time, totals)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        this.detail = connection.prepareStatement("INSERT INTO detail (number, readings) VALUES (?, ?)");
        this.finding = connection.prepareStatement("INSERT INTO finding (line, problem, lost) VALUES (?, ?, ?)");
        this.isPruned = connection.prepareStatement("SELECT 1 FROM pruned WHERE id = ?");
        this.anyPruned = number("SELECT count(*) FROM (SELECT 1 FROM pruned LIMIT 1)") > 0;
        this.nextNumber = number("SELECT coalesce(max(number), 0) FROM build") + 1;
    }

    private long number(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    void add(IndexedLine line) throws SQLException {
        for (Finding found : line.findings()) {
            finding.setLong(1, line.number());
            finding.setString(2, found.problem());
            finding.setBoolean(3, found.lost());
            finding.addBatch();
        }
        if (line.content() instanceof HistoryLine.Build) {
            waiting.add(line);
            if (waiting.size() == ROWS_AT_ONCE) {
                flush();
            }
        } else if (line.content() instanceof HistoryLine.Event event) {
            flush();
            add(event.event(), line.text());
        }
    }

    /** Writes all that was added. */
    void finish() throws SQLException {
        flush();
        finding.executeBatch();
        if (anyRemark) {
            exclude();
        }
        count();
        words.save(connection);
        metrics.save(connection);
    }

    private void flush() throws SQLException {
        List<IndexedLine> fresh = new ArrayList<>(waiting.size());
        for (IndexedLine line : waiting) {
            if (!anyPruned || !isPruned(line.build().identity().id())) {
                fresh.add(line);
            }
        }
        waiting.clear();
        long first = nextNumber;
        for (IndexedLine line : fresh) {
            addRow(line);
        }
        int[] added = build.executeBatch();
        for (int i = 0; i < added.length; i++) {
            PackedReadings readings = fresh.get(i).readings();
            // A build that a union brought twice was there already.
            more += added[i];
            if (added[i] == 1 && readings != null) {
                detail.setLong(1, first + i);
                detail.setBytes(2, readings.others());
                detail.addBatch();
            }
        }
        detail.executeBatch();
    }

    private boolean isPruned(BuildId id) throws SQLException {
        isPruned.setString(1, id.value());
        try (ResultSet row = isPruned.executeQuery()) {
            return row.next();
        }
    }

    private void addRow(IndexedLine line) throws SQLException {
        BuildMetrics metrics = line.build();
        Commit commit = metrics.commit();
        Instant commitTime = commit == null ? null : commit.time();
        long started = FilterSql.micros(metrics.timestamp());
        build.setLong(1, nextNumber++);
        build.setString(2, metrics.identity().id().value());
        build.setLong(3, line.offset());
        build.setInt(4, line.length());
        build.setLong(5, started);
        build.setLong(6, commitTime == null ? started : FilterSql.micros(commitTime));
        word(7, metrics.identity().project());
        word(8, metrics.identity().scenario().name());
        word(9, commit == null ? null : commit.branch());
        word(10, metrics.environment().fingerprint());
        word(11, metrics.outcome().word());
        build.setBoolean(12, !metrics.isBaselineMaterial() && metrics.outcome() == Outcome.SUCCESS);
        build.setString(13, commit == null ? null : commit.hash());
        if (commitTime == null) {
            build.setNull(14, Types.INTEGER);
        } else {
            build.setLong(14, FilterSql.micros(commitTime));
        }
        PackedReadings readings = line.readings();
        build.setBytes(15, readings == null ? new byte[0] : readings.totals());
        build.addBatch();
    }

    private void word(int place, @Nullable String text) throws SQLException {
        Integer number = words.number(text);
        if (number == null) {
            build.setNull(place, Types.INTEGER);
        } else {
            build.setInt(place, number);
        }
    }

    private void add(HistoryEvent event, String line) throws SQLException {
        if (event instanceof HistoryEvent.Pruned pruned) {
            prune(pruned.builds());
        } else {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT OR IGNORE INTO event (id, line) VALUES (?, ?)")) {
                insert.setString(1, event.stamp().id().value());
                insert.setString(2, line);
                insert.executeUpdate();
            }
            anyRemark = true;
        }
    }

    private void prune(List<BuildId> builds) throws SQLException {
        anyPruned = true;
        try (PreparedStatement remember = connection.prepareStatement("INSERT OR IGNORE INTO pruned (id) VALUES (?)");
                PreparedStatement forgetDetail = connection.prepareStatement(
                        "DELETE FROM detail WHERE number = (SELECT number FROM build WHERE id = ?)");
                PreparedStatement forget = connection.prepareStatement("DELETE FROM build WHERE id = ?")) {
            for (PreparedStatement statement : List.of(remember, forgetDetail, forget)) {
                for (BuildId id : builds) {
                    statement.setString(1, id.value());
                    statement.addBatch();
                }
                int[] done = statement.executeBatch();
                more -= statement == forget ? IntStream.of(done).sum() : 0;
            }
        }
    }

    private void count() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE total SET builds = builds + ?")) {
            update.setLong(1, more);
            update.executeUpdate();
        }
        more = 0;
    }

    /** Works out anew which builds are excluded. */
    private void exclude() throws SQLException {
        Remarks remarks = remarks(connection);
        try (Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO excluded (id, why) VALUES (?, ?)")) {
            statement.executeUpdate("DELETE FROM excluded");
            for (var excluded : remarks.excluded().entrySet()) {
                insert.setString(1, excluded.getKey().value());
                insert.setString(2, excluded.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What the index knows to have been said about builds, but which were pruned. */
    static Remarks remarks(Connection connection) throws SQLException {
        BuildRecordReader reader = new BuildRecordReader("any");
        Remarks remarks = new Remarks();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT line FROM event")) {
            while (rows.next()) {
                if (reader.read(rows.getString(1).getBytes(StandardCharsets.UTF_8))
                        instanceof HistoryLine.Event event) {
                    remarks.add(event.event());
                }
            }
        }
        return remarks;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(build, detail, finding, isPruned)) {
            statement.close();
        }
    }
}
