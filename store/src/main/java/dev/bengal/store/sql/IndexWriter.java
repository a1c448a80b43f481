package dev.bengal.store.sql;

import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.Remarks;
import dev.bengal.store.columns.BuildDraft;
import dev.bengal.store.columns.BuildRow;
import dev.bengal.store.columns.MetricNumbers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts lines of a journal into an index, within a transaction of the caller's. */
final class IndexWriter implements AutoCloseable {
    /** How many builds a block has: as many as make little of a column's beginning, and few enough to be read row by row before. */
    static final int BLOCK = 4096;

    /** As few as may be held in memory without each insertion costing more. */
    private static final int ROWS_AT_ONCE = 256;

    private final Connection connection;
    private final int blockSize;
    private final Words words;
    private final MetricNumbers metrics;
    private final BlockTable blocks;
    private final PreparedStatement build;
    private final PreparedStatement finding;
    private final PreparedStatement isPruned;
    private final List<BuildDraft> waiting = new ArrayList<>();
    /** Builds behind those of the tail, which are written when a block is full or all was added. */
    private final List<BuildRow> open = new ArrayList<>();

    private int inTail;
    private boolean anyPruned;
    private boolean anyRemark;
    private long nextNumber;
    private long more;

    IndexWriter(Connection connection, MetricNumbers metrics, int blockSize) throws SQLException {
        this.connection = connection;
        this.blockSize = blockSize;
        this.metrics = metrics;
        this.words = Words.read(connection);
        this.blocks = new BlockTable(connection);
        this.build = connection.prepareStatement("INSERT OR IGNORE INTO build (id, number) VALUES (?, ?)");
        this.finding = connection.prepareStatement("INSERT INTO finding (line, problem, lost) VALUES (?, ?, ?)");
        this.isPruned = connection.prepareStatement("SELECT 1 FROM pruned WHERE id = ?");
        this.anyPruned = isThereAnyPruned();
        this.inTail = blocks.tailLength();
        this.nextNumber = blocks.lastNumber() + 1;
    }

    private boolean isThereAnyPruned() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM pruned LIMIT 1")) {
            return row.next();
        }
    }

    void add(IndexedLine line) throws SQLException {
        for (Finding found : line.findings()) {
            finding.setLong(1, line.number());
            finding.setString(2, found.problem());
            finding.setBoolean(3, found.lost());
            finding.addBatch();
        }
        IndexedLine.Said said = line.event();
        if (line.build() != null) {
            waiting.add(line.build());
            if (waiting.size() == ROWS_AT_ONCE) {
                flush();
            }
        } else if (said != null) {
            flush();
            add(said.event(), said.line());
        }
    }

    /** Writes all that was added. */
    void finish() throws SQLException {
        flush();
        writeTail();
        finding.executeBatch();
        if (anyRemark) {
            exclude();
        }
        count();
        words.save(connection);
        MetricTable.save(metrics, connection);
    }

    private void flush() throws SQLException {
        List<BuildDraft> fresh = new ArrayList<>(waiting.size());
        for (BuildDraft draft : waiting) {
            if (!anyPruned || !isPruned(draft.id())) {
                fresh.add(draft);
            }
        }
        waiting.clear();
        long first = nextNumber;
        for (BuildDraft draft : fresh) {
            build.setString(1, draft.id());
            build.setLong(2, nextNumber++);
            build.addBatch();
        }
        int[] added = build.executeBatch();
        for (int i = 0; i < added.length; i++) {
            // A build that a union brought twice was there already.
            if (added[i] == 1) {
                more++;
                open.add(fresh.get(i).row(first + i, words::number));
                if (inTail + open.size() == blockSize) {
                    writeBlock();
                }
            }
        }
    }

    private void writeBlock() throws SQLException {
        List<BuildRow> rows = open;
        if (inTail > 0) {
            rows = blocks.tail();
            rows.addAll(open);
            blocks.clearTail();
            inTail = 0;
        }
        blocks.add(rows);
        open.clear();
    }

    private void writeTail() throws SQLException {
        blocks.addToTail(open);
        inTail += open.size();
        open.clear();
    }

    private boolean isPruned(String id) throws SQLException {
        isPruned.setString(1, id);
        try (ResultSet row = isPruned.executeQuery()) {
            return row.next();
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
        writeTail();
        try (PreparedStatement remember = connection.prepareStatement("INSERT OR IGNORE INTO pruned (id) VALUES (?)");
                PreparedStatement hide = connection.prepareStatement(
                        "INSERT OR IGNORE INTO gone SELECT number FROM build WHERE id = ?");
                PreparedStatement forget = connection.prepareStatement("DELETE FROM build WHERE id = ?");
                Statement tail = connection.createStatement()) {
            for (PreparedStatement statement : List.of(remember, hide, forget)) {
                for (BuildId id : builds) {
                    statement.setString(1, id.value());
                    statement.addBatch();
                }
                int[] done = statement.executeBatch();
                more -= statement == forget ? IntStream.of(done).sum() : 0;
            }
            inTail -= tail.executeUpdate("DELETE FROM tail WHERE number IN (SELECT number FROM gone)");
            // Their numbers may be given to others.
            tail.executeUpdate("DELETE FROM gone WHERE number > (SELECT coalesce(max(last), 0) FROM block)");
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
        for (PreparedStatement statement : List.of(build, finding, isPruned)) {
            statement.close();
        }
        blocks.close();
    }
}
