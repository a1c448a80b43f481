package dev.bengal.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

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
        Set<Part> missing = new TreeSet<>();
        for (Instant start : starts) {
            missing.add(Part.of(start));
        }
        for (Part part : missing) {
            if (!exists(connection, part)) {
                add(connection, part);
            }
        }
    }

    private static boolean exists(Connection connection, Part part) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            question.setString(1, part.name());
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** A table is made and then attached, which holds up neither readers nor writers, as making it in its place would. */
    private static void add(Connection connection, Part part) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            SqlLocks.lock(statement, SqlLocks.MONTHS);
            if (!exists(connection, part)) {
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
    private record Part(String name, String from, String to) implements Comparable<Part> {
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
            return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, start));
        }

        @Override
        public int compareTo(Part other) {
            return name.compareTo(other.name);
        }
    }
}
