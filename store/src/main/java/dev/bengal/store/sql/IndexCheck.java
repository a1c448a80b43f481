package dev.bengal.store.sql;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildMetrics;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Finding;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.Remarks;
import dev.bengal.store.columns.BlockCheck;
import dev.bengal.store.columns.BuildDraft;
import dev.bengal.store.columns.MetricNumbers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds all that an index says, once it is up to date, against its journal. */
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
        Remarks remarks = Remarks.read(journal, reader);
        try (BlockTable table = new BlockTable(connection);
                PreparedStatement question = connection.prepareStatement("SELECT number FROM build WHERE id = ?")) {
            Check check = new Check(question, new HeldBlocks(table), remarks);
            journal.walk(check);
            long rows = Long.parseLong(text("SELECT count(*) FROM build"));
            long counted = Long.parseLong(text("SELECT builds FROM total"));
            return check.complaint
                    .or(() -> when(rows != check.builds, "it holds " + builds(rows) + ", the history " + check.builds))
                    .or(() -> when(
                            check.blocks.builds != rows,
                            "its blocks hold " + builds(check.blocks.builds) + ", and its list " + rows))
                    .or(() -> when(!check.blocks.isTimed(), "it passes over builds"))
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

    /** The blocks, one of which is unpacked. */
    private final class HeldBlocks {
        private final Words words = Words.read(connection);
        private final MetricNumbers metrics = MetricTable.read(connection);
        private final int metricCount = MetricTable.count(connection);
        private final BlockTable table;
        private final NavigableMap<Long, BlockTable.Kept> blocks = new TreeMap<>();
        private final long builds;
        private long unpacked;
        private @Nullable BlockCheck check;

        HeldBlocks(BlockTable table) throws SQLException {
            this.table = table;
            long sum = 0;
            for (BlockTable.Kept kept : table.read()) {
                blocks.put(kept.first(), kept);
                sum += kept.builds();
            }
            this.builds = sum - Long.parseLong(text("SELECT count(*) FROM gone"));
        }

        boolean hold(BuildMetrics build, long number, long offset, int length) {
            var block = blocks.floorEntry(number);
            if (block == null) {
                return false;
            }
            BlockCheck known = check;
            if (known == null || unpacked != block.getKey()) {
                known = new BlockCheck(table.open(block.getValue()), metricCount);
                check = known;
                unpacked = block.getKey();
            }
            return known.holds(new BuildDraft(build, offset, length, metrics).row(number, words::number));
        }

        /** Whether the times by which a block is passed over are those of its builds. */
        boolean isTimed() {
            return blocks.values().stream().allMatch(kept -> kept.isTimed(table.open(kept)));
        }
    }

    private final class Check implements Journal.LineVisitor {
        private final PreparedStatement question;
        private final HeldBlocks blocks;
        private final Remarks remarks;
        private final Set<String> seen = new HashSet<>();
        private final List<String> findings = new ArrayList<>();
        private Optional<String> complaint = Optional.empty();
        private long builds;

        Check(PreparedStatement question, HeldBlocks blocks, Remarks remarks) {
            this.question = question;
            this.blocks = blocks;
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
                    } else if (!blocks.hold(build, row.getLong(1), offset, length)) {
                        complaint = Optional.of("it says something else of the build of line " + number);
                    }
                }
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }
    }
}
