package dev.bengal.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parts of the table of builds, one for each month in which one started. What started before 2000 or after 2099 did so by a
 * wrong clock: it shares one part for each side, so that no record can make parts without end.
 */
final class SqlMonths {
    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final YearMonth END = YearMonth.of(2100, 1);

    private SqlMonths() {}

    /** Adds the parts that builds of these starts need and that are not there. */
    static void require(Connection connection, Collection<Instant> starts) throws SQLException {
        Map<String, Part> missing = new TreeMap<>();
        for (Instant start : starts) {
            Part part = Part.of(start);
            missing.put(part.name(), part);
        }
        missing.keySet().removeAll(present(connection, missing.keySet()));
        for (Part part : missing.values()) {
            add(connection, part);
        }
    }

    /**
     * Those that are there. Asked of the catalogue's tables, since what the server remembers of a name that it did not find
     * outlives the wait for a lock.
     */
    private static Set<String> present(Connection connection, Collection<String> names) throws SQLException {
        Set<String> present = new HashSet<>();
        try (PreparedStatement question = connection.prepareStatement("""
                SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                WHERE inhparent = 'bengal_build'::regclass AND relname = ANY (?)
                """)) {
            question.setArray(1, SqlNumbers.array(connection, names));
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    present.add(rows.getString(1));
                }
            }
        }
        return present;
    }

    /** A table is made and then attached, which holds up neither readers nor writers, as making it in its place would. */
    private static void add(Connection connection, Part part) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            SqlLocks.lock(statement, SqlLocks.MONTHS);
            if (present(connection, List.of(part.name())).isEmpty()) {
                // The line, which nobody looks for, is kept apart from what is searched.
                statement.execute("CREATE TABLE " + part.name()
                        + " (LIKE bengal_build INCLUDING ALL) WITH (toast_tuple_target = 1024)");
                statement.execute("ALTER TABLE bengal_build ATTACH PARTITION " + part.name() + " FOR VALUES FROM ("
                        + part.from() + ") TO (" + part.to() + ")");
            }
            SqlLocks.endTransaction(connection);
        }
    }

    /** A part: its name and its bounds, in SQL. */
    private record Part(String name, String from, String to) {
        static Part of(Instant start) {
            YearMonth month = YearMonth.from(start.atOffset(ZoneOffset.UTC));
            if (month.isBefore(FIRST)) {
                return new Part("bengal_build_before_2000", "MINVALUE", micros(FIRST));
            }
            if (!month.isBefore(END)) {
                return new Part("bengal_build_after_2099", micros(END), "MAXVALUE");
            }
            return new Part(
                    "bengal_build_" + month.toString().replace('-', '_'), micros(month), micros(month.plusMonths(1)));
        }

        private static String micros(YearMonth month) {
            Instant start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Long.toString(FilterSql.micros(start));
        }
    }
}
