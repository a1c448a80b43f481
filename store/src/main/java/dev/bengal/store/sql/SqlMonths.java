package dev.bengal.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The parts of the table of builds, as the table of months knows them. */
final class SqlMonths {
    private final Connection connection;

    SqlMonths(Connection connection) {
        this.connection = connection;
    }

    /** All of them, the newest first. */
    List<SqlMonth> newestFirst() throws SQLException {
        List<SqlMonth> months = new ArrayList<>();
        try (Statement question = connection.createStatement();
                ResultSet rows = question.executeQuery(
                        "SELECT begins, ends, stands_before FROM bengal_month ORDER BY begins DESC")) {
            while (rows.next()) {
                months.add(new SqlMonth(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
            }
        }
        return months;
    }

    /** Adds those parts that are not there. */
    void require(Iterable<SqlMonth> months) throws SQLException {
        NavigableSet<Long> present = present();
        for (SqlMonth month : months) {
            if (!present.contains(month.begins())) {
                add(month);
            }
        }
    }

    private NavigableSet<Long> present() throws SQLException {
        NavigableSet<Long> present = new TreeSet<>();
        newestFirst().forEach(month -> present.add(month.begins()));
        return present;
    }

    /** A table is made and then attached, which holds up neither readers nor writers, as making it in its place would. */
    private void add(SqlMonth month) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            SqlLocks.lock(statement, SqlLocks.MONTHS);
            if (!isAttached(month)) {
                // The line, which nobody looks for, is kept apart from what is searched.
                statement.execute("CREATE TABLE " + month.name()
                        + " (LIKE bengal_build INCLUDING ALL) WITH (toast_tuple_target = 1024)");
                // That is not among what a table takes over from another.
                statement.execute("ALTER TABLE " + month.name() + " ALTER COLUMN own_metrics SET STATISTICS 0,"
                        + " ALTER COLUMN readings SET STATISTICS 0, ALTER COLUMN line SET STATISTICS 0");
                statement.execute(
                        "ALTER TABLE bengal_build ATTACH PARTITION " + month.name() + " FOR VALUES " + month.bounds());
            }
            statement.execute("INSERT INTO bengal_month VALUES (" + month.begins() + ", " + month.ends() + ", "
                    + month.standsBefore() + ") ON CONFLICT DO NOTHING");
            SqlLocks.endTransaction(connection);
        }
    }

    /**
     * Whether it is a part. Asked of the catalogue's tables, since what the server remembers of a name that it did not find
     * outlives the wait for a lock, and since a program that knows no table of months may have come first.
     */
    private boolean isAttached(SqlMonth month) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("""
                SELECT 1 FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                WHERE inhparent = 'bengal_build'::regclass AND relname = ?
                """)) {
            question.setString(1, month.name());
            try (ResultSet row = question.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Remembers where builds stand later than their month ends, in the order of months, so that two writers never wait for each
     * other in a circle.
     *
     * @param standsBefore before which time the builds stand that were added to a month
     */
    void extend(NavigableMap<SqlMonth, Long> standsBefore) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE bengal_month SET stands_before = ? WHERE begins = ? AND stands_before < ?")) {
            for (Map.Entry<SqlMonth, Long> month : standsBefore.entrySet()) {
                if (month.getValue() > month.getKey().ends()) {
                    update.setLong(1, month.getValue());
                    update.setLong(2, month.getKey().begins());
                    update.setLong(3, month.getValue());
                    update.executeUpdate();
                }
            }
        }
    }
}
