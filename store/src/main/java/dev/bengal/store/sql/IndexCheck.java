package dev.bengal.store.sql;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildMetrics;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.HistoryLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Holds an index that is up to date against every line of its journal. */
final class IndexCheck {
    private final Connection connection;
    private final Journal journal;
    private final BuildRecordReader reader;

    IndexCheck(Connection connection, Journal journal, BuildRecordReader reader) {
        this.connection = connection;
        this.journal = journal;
        this.reader = reader;
    }

    /** What is wrong with it; empty where nothing is. */
    Optional<String> complaint() throws SQLException {
        String integrity = text("PRAGMA integrity_check(1)");
        if (!integrity.equals("ok")) {
            return Optional.of(integrity);
        }
        MetricNumbers numbers = MetricNumbers.read(connection);
        try (PreparedStatement question =
                connection.prepareStatement("SELECT line_offset, line_length, totals, readings, started"
                        + " FROM build LEFT JOIN detail USING (number) WHERE id = ?")) {
            Check check = new Check(question, numbers);
            try {
                journal.walk(check);
            } catch (SqlFailure e) {
                throw e.failure();
            }
            long rows = Long.parseLong(text("SELECT count(*) FROM build"));
            return check.complaint.or(() -> rows == check.builds
                    ? Optional.empty()
                    : Optional.of("it holds " + rows + " builds, the history " + check.builds));
        }
    }

    private String text(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private final class Check implements Journal.LineVisitor {
        private final PreparedStatement question;
        private final MetricNumbers numbers;
        private final Set<String> seen = new HashSet<>();
        private final Set<String> pruned = new HashSet<>();
        private Optional<String> complaint = Optional.empty();
        private long builds;

        Check(PreparedStatement question, MetricNumbers numbers) throws SQLException {
            this.question = question;
            this.numbers = numbers;
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM pruned")) {
                while (rows.next()) {
                    pruned.add(rows.getString(1));
                }
            }
        }

        @Override
        public void line(long number, long offset, byte[] line, boolean whole) {
            if (complaint.isEmpty() && reader.read(line) instanceof HistoryLine.Build build) {
                String id = build.record().build().identity().id().value();
                if (seen.add(id) && !pruned.contains(id)) {
                    builds++;
                    check(build.record().build(), number, offset, line.length);
                }
            }
        }

        private void check(BuildMetrics build, long number, long offset, int length) {
            try {
                question.setString(1, build.identity().id().value());
                try (ResultSet row = question.executeQuery()) {
                    if (!row.next()) {
                        complaint = Optional.of("it lacks the build of line " + number);
                    } else if (!isRight(row, build, offset, length)) {
                        complaint = Optional.of("it says something else of the build of line " + number);
                    }
                }
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }

        private boolean isRight(ResultSet row, BuildMetrics build, long offset, int length) throws SQLException {
            PackedReadings readings = PackedReadings.of(build, numbers);
            return row.getLong(1) == offset
                    && row.getInt(2) == length
                    && Arrays.equals(row.getBytes(3), readings.totals())
                    && Arrays.equals(row.getBytes(4), readings.others())
                    && row.getLong(5) == FilterSql.micros(build.timestamp());
        }
    }
}
