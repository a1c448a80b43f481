package dev.bengal.store.sql;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Measurement;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.ReadingVisitor;
import dev.bengal.model.TotalMetric;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.HistoryLine;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lines of a journal on their way into a shared history. */
final class SqlBatch {
    /** The columns that {@link #copy} fills, in their order. */
    static final String COLUMNS =
            "started, stands, commit_time, project, scenario, branch, environment, outcome, dirty, cut,"
                    + " id, commit_hash, layout, readings, line";

    private static final int COLUMN_COUNT = 15;

    private final SqlNumbers numbers = new SqlNumbers();
    private final Map<String, Row> builds = new LinkedHashMap<>();
    private final List<Said> events = new ArrayList<>();

    /** Reads lines; those that are neither a build nor an event are left out. */
    static SqlBatch of(List<byte[]> lines, BuildRecordReader reader) {
        SqlBatch batch = new SqlBatch();
        // Reading is most of the work, and no line needs another.
        List<HistoryLine> read = lines.parallelStream().map(reader::read).toList();
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i) instanceof HistoryLine.Build build) {
                batch.add(build.record());
            } else if (read.get(i) instanceof HistoryLine.Event event) {
                batch.events.add(new Said(event.event(), new String(lines.get(i), StandardCharsets.UTF_8)));
            }
        }
        return batch;
    }

    private void add(BuildRecord record) {
        BuildMetrics build = record.build();
        String id = StoredText.key(build.identity().id().value());
        if (builds.containsKey(id)) {
            return;
        }
        numbers.need(build.identity().project());
        numbers.need(build.identity().scenario().name());
        numbers.need(build.commit() == null ? null : build.commit().branch());
        numbers.need(build.environment().fingerprint());
        numbers.need(build.outcome().word());
        builds.put(id, new Row(record, PlacedReadings.of(build, numbers)));
    }

    SqlNumbers numbers() {
        return numbers;
    }

    /** What stands for the builds' ids. */
    Set<String> ids() {
        return builds.keySet();
    }

    /** The months in which builds started, the oldest first, each with the time before which its builds stand. */
    NavigableMap<SqlMonth, Long> standsBefore() {
        NavigableMap<SqlMonth, Long> standsBefore = new TreeMap<>(Comparator.comparingLong(SqlMonth::begins));
        for (Row row : builds.values()) {
            BuildMetrics build = row.record().build();
            standsBefore.merge(SqlMonth.of(build.timestamp()), Row.stands(build) + 1, Math::max);
        }
        return standsBefore;
    }

    List<Said> events() {
        return events;
    }

    /** Writes the rows of these builds, in the order in which their lines came. */
    void copy(Collection<String> ids, CopyRows.Sink sink) throws SQLException {
        CopyRows rows = new CopyRows(sink);
        for (Map.Entry<String, Row> build : builds.entrySet()) {
            if (ids.contains(build.getKey())) {
                build.getValue().copy(build.getKey(), numbers, rows);
            }
        }
        rows.end();
    }

    /** An event and its line. */
    record Said(HistoryEvent event, String line) {
        /** The build that it is about, as it stands in an index; null where it is about none or several. */
        @Nullable
        String build() {
            BuildId about = event instanceof HistoryEvent.Excluded excluded
                    ? excluded.build()
                    : event instanceof HistoryEvent.Included included ? included.build() : null;
            return about == null ? null : StoredText.key(about.value());
        }

        String kind() {
            if (event instanceof HistoryEvent.Excluded) {
                return "excluded";
            }
            if (event instanceof HistoryEvent.Included) {
                return "included";
            }
            if (event instanceof HistoryEvent.Accepted) {
                return "accepted";
            }
            if (event instanceof HistoryEvent.Alerted) {
                return "alerted";
            }
            return event instanceof HistoryEvent.Pruned ? "pruned" : "unknown";
        }
    }

    private record Row(BuildRecord record, PlacedReadings readings) {
        void copy(String id, SqlNumbers numbers, CopyRows rows) throws SQLException {
            BuildMetrics build = record.build();
            Commit commit = build.commit();
            rows.row(COLUMN_COUNT)
                    .bigint(FilterSql.micros(build.timestamp()))
                    .bigint(stands(build))
                    .bigint(commit == null || commit.time() == null ? null : FilterSql.micros(commit.time()))
                    .integer(numbers.word(build.identity().project()))
                    .integer(numbers.word(build.identity().scenario().name()))
                    .integer(numbers.word(commit == null ? null : commit.branch()))
                    .integer(numbers.word(build.environment().fingerprint()))
                    .integer(numbers.word(build.outcome().word()))
                    .flag(!build.isBaselineMaterial() && build.outcome() == Outcome.SUCCESS)
                    .flag(isCut(build))
                    .text(id)
                    .text(commit == null ? null : StoredText.key(commit.hash()))
                    .integer(numbers.layout(readings.layout))
                    .doubles(readings.values)
                    .text(record.line());
        }

        /** The time of the commit; else the start. */
        static long stands(BuildMetrics build) {
            Commit commit = build.commit();
            Instant time = commit == null ? null : commit.time();
            return FilterSql.micros(time == null ? build.timestamp() : time);
        }

        /** Whether the row does not hold all of the id or the commit's hash. */
        private static boolean isCut(BuildMetrics build) {
            return StoredText.isCut(build.identity().id().value())
                    || (build.commit() != null
                            && StoredText.isCut(build.commit().hash()));
        }
    }

    /** What a build measured, by the places that a batch has for metrics. */
    private static final class PlacedReadings implements ReadingVisitor {
        private final SqlNumbers numbers;
        private int[] metrics = new int[64];
        private double[] values = new double[64];
        private int count;
        private int layout;

        private PlacedReadings(SqlNumbers numbers) {
            this.numbers = numbers;
        }

        static PlacedReadings of(BuildMetrics build, SqlNumbers numbers) {
            PlacedReadings readings = new PlacedReadings(numbers);
            build.visitReadings(readings);
            readings.layout = numbers.need(Arrays.copyOf(readings.metrics, readings.count));
            // Only those of the layout stay in memory.
            readings.metrics = new int[0];
            readings.values = Arrays.copyOf(readings.values, readings.count);
            return readings;
        }

        @Override
        public void total(TotalMetric metric, double value) {
            put(numbers.need(metric.metric()), value);
        }

        @Override
        public void phase(String phase, PhaseMetric metric, double value) {
            put(numbers.need(phase, metric), value);
        }

        @Override
        public void measurement(Measurement measurement) {
            put(numbers.need(measurement.metric()), measurement.value());
        }

        private void put(int metric, double value) {
            if (count == metrics.length) {
                metrics = Arrays.copyOf(metrics, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            metrics[count] = metric;
            values[count++] = value;
        }
    }
}
