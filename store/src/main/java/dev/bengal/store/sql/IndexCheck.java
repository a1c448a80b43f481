package dev.bengal.store.sql;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.Outcome;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.Remarks;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds all that an index says, once it is up to date, against its journal. */
final class IndexCheck {
    private static final String BUILD = """
            SELECT line_offset, line_length, started, stands, p.text, s.text, b.text, e.text, o.text, dirty, commit_hash,
                commit_time, totals, readings
            FROM build
                LEFT JOIN detail USING (number)
                LEFT JOIN word p ON p.number = project
                LEFT JOIN word s ON s.number = scenario
                LEFT JOIN word b ON b.number = branch
                LEFT JOIN word e ON e.number = environment
                LEFT JOIN word o ON o.number = outcome
            WHERE id = ?
            """;
    private static final int TEXTS = 12;

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
        Remarks remarks = Remarks.read(journal, reader);
        try (PreparedStatement question = connection.prepareStatement(BUILD)) {
            Check check = new Check(question, MetricNumbers.read(connection), remarks);
            journal.walk(check);
            long rows = Long.parseLong(text("SELECT count(*) FROM build"));
            long counted = Long.parseLong(text("SELECT builds FROM total"));
            return check.complaint
                    .or(() -> when(rows != check.builds, "it holds " + builds(rows) + ", the history " + check.builds))
                    .or(() -> when(counted != rows, "it counts " + builds(counted) + ", and holds " + rows))
                    .or(() -> complaint(remarks, check.findings));
        } catch (SqlFailure e) {
            throw e.failure();
        }
    }

    private static String builds(long count) {
        return count + (count == 1 ? " build" : " builds");
    }

    private Optional<String> complaint(Remarks remarks, List<String> findings) {
        try {
            boolean sameEvents = IndexWriter.remarks(connection).events().equals(remarks.events());
            Map<String, String> excluded = new HashMap<>();
            remarks.excluded().forEach((build, why) -> excluded.put(build.value(), why));
            Set<String> pruned = new HashSet<>();
            remarks.pruned().forEach(build -> pruned.add(build.value()));
            return when(!sameEvents, "it says something else of events")
                    .or(() -> when(!pairs("SELECT id, why FROM excluded").equals(excluded), "it excludes other builds"))
                    .or(() ->
                            when(!pairs("SELECT id, '' FROM pruned").keySet().equals(pruned), "it hides other builds"))
                    .or(() -> when(!findings().equals(findings), "it says something else of damaged lines"));
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static Optional<String> when(boolean wrong, String complaint) {
        return wrong ? Optional.of(complaint) : Optional.empty();
    }

    private String text(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private Map<String, String> pairs(String question) {
        Map<String, String> pairs = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
        return pairs;
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT line, problem FROM finding ORDER BY line, rowid")) {
            while (rows.next()) {
                findings.add(rows.getLong(1) + " " + rows.getString(2));
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
        return findings;
    }

    private final class Check implements Journal.LineVisitor {
        private final PreparedStatement question;
        private final MetricNumbers numbers;
        private final Remarks remarks;
        private final Set<String> seen = new HashSet<>();
        private final List<String> findings = new ArrayList<>();
        private Optional<String> complaint = Optional.empty();
        private long builds;

        Check(PreparedStatement question, MetricNumbers numbers, Remarks remarks) {
            this.question = question;
            this.numbers = numbers;
            this.remarks = remarks;
        }

        @Override
        public void line(long number, long offset, byte[] line, boolean whole) {
            HistoryLine content = reader.read(line);
            if (whole) {
                note(Finding.of(journal.file(), number, content));
            }
            if (content instanceof HistoryLine.Build known) {
                BuildMetrics build = known.record().build();
                if (!remarks.isPruned(build.identity().id())
                        && seen.add(build.identity().id().value())) {
                    builds++;
                    check(build, number, offset, line.length);
                }
            }
        }

        @Override
        public void longLine(long number, long offset, long length, boolean whole) {
            if (whole) {
                note(List.of(Finding.ofLongLine(journal.file(), number, length)));
            }
        }

        private void note(List<Finding> found) {
            found.forEach(finding -> findings.add(finding.line() + " " + finding.problem()));
        }

        private void check(BuildMetrics build, long number, long offset, int length) {
            if (complaint.isPresent()) {
                return;
            }
            try {
                question.setString(1, build.identity().id().value());
                try (ResultSet row = question.executeQuery()) {
                    if (!row.next()) {
                        complaint = Optional.of("it lacks the build of line " + number);
                    } else if (!said(row).equals(expected(build, offset, length))) {
                        complaint = Optional.of("it says something else of the build of line " + number);
                    }
                }
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }

        private List<@Nullable Object> said(ResultSet row) throws SQLException {
            List<@Nullable Object> said = new ArrayList<>();
            for (int column = 1; column <= TEXTS; column++) {
                said.add(row.getString(column));
            }
            said.add(bytes(row.getBytes(TEXTS + 1)));
            said.add(bytes(row.getBytes(TEXTS + 2)));
            return said;
        }

        private static @Nullable ByteBuffer bytes(byte @Nullable [] bytes) {
            return bytes == null ? null : ByteBuffer.wrap(bytes);
        }

        private List<@Nullable Object> expected(BuildMetrics build, long offset, int length) {
            Commit commit = build.commit();
            Instant commitTime = commit == null ? null : commit.time();
            PackedReadings readings = PackedReadings.of(build, numbers);
            return Arrays.asList(
                    Long.toString(offset),
                    Integer.toString(length),
                    micros(build.timestamp()),
                    micros(commitTime == null ? build.timestamp() : commitTime),
                    build.identity().project(),
                    build.identity().scenario().name(),
                    commit == null ? null : commit.branch(),
                    build.environment().fingerprint(),
                    build.outcome().word(),
                    !build.isBaselineMaterial() && build.outcome() == Outcome.SUCCESS ? "1" : "0",
                    commit == null ? null : commit.hash(),
                    micros(commitTime),
                    ByteBuffer.wrap(readings.totals()),
                    ByteBuffer.wrap(readings.others()));
        }

        private static @Nullable String micros(@Nullable Instant time) {
            return time == null ? null : Long.toString(FilterSql.micros(time));
        }
    }
}
