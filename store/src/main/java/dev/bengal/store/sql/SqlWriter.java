package dev.bengal.store.sql;

import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.Delivery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts a batch into a shared history, in one transaction. First the ids are claimed, in their order, so that two writers wait for
 * each other and never in a circle; whose claim comes second has nothing new. Then the builds of claimed ids are copied.
 */
final class SqlWriter {
    private final Connection connection;

    SqlWriter(Connection connection) {
        this.connection = connection;
    }

    Delivery write(SqlBatch batch) throws SQLException {
        SqlMonths months = new SqlMonths(connection);
        NavigableMap<SqlMonth, Long> standsBefore = batch.standsBefore();
        months.require(standsBefore.keySet());
        batch.numbers().fetch(connection);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '10s'");
        }
        Set<String> claimed = claim(batch.ids());
        copy(batch, claimed);
        months.extend(standsBefore);
        NavigableMap<Integer, Integer> more = batch.projects(claimed);
        int events = 0;
        for (SqlBatch.Said said : batch.events()) {
            if (add(said)) {
                events++;
                if (said.event() instanceof HistoryEvent.Pruned gone) {
                    prune(gone).forEach((project, builds) -> more.merge(project, -builds, Integer::sum));
                }
            }
        }
        count(more);
        SqlLocks.endTransaction(connection);
        return new Delivery(claimed.size(), events, true);
    }

    /** Those that are neither there nor pruned. */
    private Set<String> claim(Collection<String> ids) throws SQLException {
        Set<String> claimed = new HashSet<>();
        if (ids.isEmpty()) {
            return claimed;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO bengal_known (id, pruned)
                SELECT id, false FROM unnest(?) AS new (id) ORDER BY id
                ON CONFLICT DO NOTHING RETURNING id
                """)) {
            insert.setArray(1, SqlNumbers.array(connection, ids));
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    claimed.add(rows.getString(1));
                }
            }
        }
        return claimed;
    }

    private void copy(SqlBatch batch, Set<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        long[] places = places(ids.size());
        CopyIn builds = begin("bengal_build", SqlBatch.COLUMNS);
        batch.copy(ids, places, (bytes, length) -> builds.writeToCopy(bytes, 0, length));
        builds.endCopy();
        CopyIn variables = begin("bengal_variables", SqlBatch.VARIABLE_COLUMNS);
        batch.copyVariables(ids, places, (bytes, length) -> variables.writeToCopy(bytes, 0, length));
        variables.endCopy();
    }

    private CopyIn begin(String table, String columns) throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)");
    }

    /** The next numbers of builds, each larger than the one before. */
    private long[] places(int count) throws SQLException {
        long[] places = new long[count];
        try (PreparedStatement question =
                connection.prepareStatement("SELECT nextval('bengal_build_number') FROM generate_series(1, ?)")) {
            question.setInt(1, count);
            try (ResultSet rows = question.executeQuery()) {
                for (int i = 0; rows.next(); i++) {
                    places[i] = rows.getLong(1);
                }
            }
        }
        return places;
    }

    /** Whether it is new. */
    private boolean add(SqlBatch.Said said) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO bengal_event (id, time, kind, build, line) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            HistoryEvent.Stamp stamp = said.event().stamp();
            @Nullable String build = said.build();
            insert.setString(1, StoredText.key(stamp.id().value()));
            insert.setLong(2, FilterSql.micros(stamp.time()));
            insert.setString(3, said.kind());
            insert.setString(4, build);
            insert.setString(5, said.line());
            return insert.executeUpdate() == 1;
        }
    }

    /** Takes builds out and remembers that they must not come back; how many of each project were there. */
    private Map<Integer, Integer> prune(HistoryEvent.Pruned gone) throws SQLException {
        List<String> ids = gone.builds().stream()
                .map(BuildId::value)
                .map(StoredText::key)
                .distinct()
                .toList();
        try (PreparedStatement remember = connection.prepareStatement("""
                        INSERT INTO bengal_known (id, pruned)
                        SELECT id, true FROM unnest(?) AS gone (id) ORDER BY id
                        ON CONFLICT (id) DO UPDATE SET pruned = true
                        """);
                PreparedStatement forget = connection.prepareStatement("""
                        WITH gone AS (DELETE FROM bengal_build WHERE id = ANY (?) RETURNING number, project),
                            apart AS (DELETE FROM bengal_variables WHERE number IN (SELECT number FROM gone))
                        SELECT project, count(*) FROM gone GROUP BY project
                        """)) {
            remember.setArray(1, SqlNumbers.array(connection, ids));
            remember.executeUpdate();
            forget.setArray(1, SqlNumbers.array(connection, ids));
            Map<Integer, Integer> builds = new HashMap<>();
            try (ResultSet rows = forget.executeQuery()) {
                while (rows.next()) {
                    builds.put(rows.getInt(1), rows.getInt(2));
                }
            }
            return builds;
        }
    }

    /** Comes last, since until the end of the transaction others wait for it, and in the order of projects, as the claims do. */
    private void count(NavigableMap<Integer, Integer> more) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                INSERT INTO bengal_project (project, builds) VALUES (?, ?)
                ON CONFLICT (project) DO UPDATE SET builds = bengal_project.builds + excluded.builds
                """)) {
            for (Map.Entry<Integer, Integer> project : more.entrySet()) {
                if (project.getValue() != 0) {
                    update.setInt(1, project.getKey());
                    update.setInt(2, project.getValue());
                    update.executeUpdate();
                }
            }
        }
    }
}
