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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lines of a journal on their way into a shared history. */
final class SqlBatch {
    /** The columns that {@link #copy} fills, in their order. */
    static final String COLUMNS =
            "number, started, stands, commit_time, project, scenario, branch, environment, outcome, dirty, cut,"
                    + " id, commit_hash, layout, readings, line, template";

    private static final int COLUMN_COUNT = 17;

    /** Those that {@link #copyVariables} fills. */
    static final String VARIABLE_COLUMNS = "number, variables";

    private final SqlNumbers numbers = new SqlNumbers();
    private final Map<String, Row> builds = new LinkedHashMap<>();
    private final List<Said> events = new ArrayList<>();

    /** Reads lines; those that are neither a build nor an event are left out. */
    static SqlBatch of(List<byte[]> lines, BuildRecordReader reader) {
        SqlBatch batch = new SqlBatch();
        // Reading is most of the work, and no line needs another. Of a build only its row is kept: a build is some two
        // hundred objects, and of thousands the collection of garbage would take longer than all else.
        lines.parallelStream()
                .map(line -> read(line, reader, batch.numbers))
                .toList()
                .forEach(batch::add);
        return batch;
    }

    /** What a line is kept as; null where it is neither a build nor an event. */
    private static @Nullable Kept read(byte[] line, BuildRecordReader reader, SqlNumbers numbers) {
        HistoryLine read = reader.read(line);
        if (read instanceof HistoryLine.Build build) {
            return Row.of(build.record(), line, numbers);
        }
        return read instanceof HistoryLine.Event event
                ? new Said(event.event(), new String(line, StandardCharsets.UTF_8))
                : null;
    }

    private void add(@Nullable Kept read) {
        if (read instanceof Row row) {
            builds.putIfAbsent(row.id, row);
        } else if (read instanceof Said said) {
            events.add(said);
        }
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
            standsBefore.merge(row.month, row.stands + 1, Math::max);
        }
        return standsBefore;
    }

    /**
     * How many builds each project has, by its number, the lowest first.
     *
     * @param ids of those that are to be kept
     */
    NavigableMap<Integer, Integer> projects(Set<String> ids) {
        NavigableMap<Integer, Integer> projects = new TreeMap<>();
        kept(ids).forEach(row -> projects.merge(row.project(numbers), 1, Integer::sum));
        return projects;
    }

    List<Said> events() {
        return events;
    }

    /**
     * Writes the rows of builds, in the order in which their lines came.
     *
     * @param ids of those that are to be kept
     * @param places the numbers that they get, one for each
     */
    void copy(Set<String> ids, long[] places, CopyRows.Sink sink) throws SQLException {
        CopyRows rows = new CopyRows(sink);
        int place = 0;
        for (Row row : kept(ids)) {
            row.copy(places[place++], numbers, rows);
        }
        rows.end();
    }

    /** Writes what lies apart from these rows. */
    void copyVariables(Set<String> ids, long[] places, CopyRows.Sink sink) throws SQLException {
        CopyRows rows = new CopyRows(sink);
        int place = 0;
        for (Row row : kept(ids)) {
            row.copyVariables(places[place++], rows);
        }
        rows.end();
    }

    private List<Row> kept(Set<String> ids) {
        return builds.values().stream().filter(row -> ids.contains(row.id)).toList();
    }

    private sealed interface Kept permits Row, Said {}

    /** An event and its line. */
    record Said(HistoryEvent event, String line) implements Kept {
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

    /** What is kept of a build. */
    private static final class Row implements Kept {
        private final String id;
        private final SqlMonth month;
        private final long started;
        private final long stands;
        private final @Nullable Long commitTime;
        private final String project;
        private final String scenario;
        private final @Nullable String branch;
        private final String environment;
        private final String outcome;
        private final boolean dirty;
        private final boolean cut;
        private final @Nullable String commit;
        private final PlacedReadings readings;
        private final PlacedLine line;

        private Row(BuildMetrics build, PlacedReadings readings, PlacedLine line, boolean cut) {
            Commit made = build.commit();
            this.id = StoredText.key(build.identity().id().value());
            this.month = SqlMonth.of(build.timestamp());
            this.started = FilterSql.micros(build.timestamp());
            this.commitTime = made == null || made.time() == null ? null : FilterSql.micros(made.time());
            this.stands = commitTime == null ? started : commitTime;
            this.project = build.identity().project();
            this.scenario = build.identity().scenario().name();
            this.branch = made == null ? null : made.branch();
            this.environment = build.environment().fingerprint();
            this.outcome = build.outcome().word();
            this.dirty = !build.isBaselineMaterial() && build.outcome() == Outcome.SUCCESS;
            this.cut = cut;
            this.commit = made == null ? null : StoredText.key(made.hash());
            this.readings = readings;
            this.line = line;
        }

        /**
         * Notes the numbers that it needs.
         *
         * @param bytes of which the record was read
         */
        static Row of(BuildRecord record, byte[] bytes, SqlNumbers numbers) {
            BuildMetrics build = record.build();
            boolean cut = isCut(build);
            // A mark or a return of an editor is no part of the line. As many letters as bytes are those bytes.
            byte[] utf8 = record.line().length() == bytes.length
                    ? bytes
                    : record.line().getBytes(StandardCharsets.UTF_8);
            Row row = new Row(build, PlacedReadings.of(build, numbers), PlacedLine.of(utf8, cut, numbers), cut);
            numbers.need(row.project);
            numbers.need(row.scenario);
            numbers.need(row.branch);
            numbers.need(row.environment);
            numbers.need(row.outcome);
            return row;
        }

        /** Whether the columns do not hold all of the id or the commit's hash. */
        private static boolean isCut(BuildMetrics build) {
            return StoredText.isCut(build.identity().id().value())
                    || (build.commit() != null
                            && StoredText.isCut(build.commit().hash()));
        }

        int project(SqlNumbers numbers) {
            return Objects.requireNonNull(numbers.word(project));
        }

        void copy(long place, SqlNumbers numbers, CopyRows rows) throws SQLException {
            rows.row(COLUMN_COUNT)
                    .bigint(place)
                    .bigint(started)
                    .bigint(stands)
                    .bigint(commitTime)
                    .integer(project(numbers))
                    .integer(numbers.word(scenario))
                    .integer(numbers.word(branch))
                    .integer(numbers.word(environment))
                    .integer(numbers.word(outcome))
                    .flag(dirty)
                    .flag(cut)
                    .text(id)
                    .text(commit)
                    .integer(numbers.layout(readings.layout))
                    .doubles(readings.values)
                    .utf8(line.whole())
                    .integer(line.variables() == null ? null : numbers.template(line.template()));
        }

        void copyVariables(long place, CopyRows rows) throws SQLException {
            if (line.variables() != null) {
                rows.row(2).bigint(place).utf8(line.variables());
            }
        }
    }

    /** A line as it is kept: whole, or as what it does not share with others, with the place of the template in the batch. */
    @SuppressWarnings("ArrayRecordComponent") // Compared with nothing, and changed by nobody.
    private record PlacedLine(byte @Nullable [] whole, int template, byte @Nullable [] variables) {
        /** Longer templates are of builds that list much, each something else; too few would share one. */
        private static final int LONGEST_TEMPLATE = 8_000;

        /** @param cut whether a series will ask for the line, too */
        static PlacedLine of(byte[] line, boolean cut, SqlNumbers numbers) {
            if (!cut) {
                TemplatedLine divided = TemplatedLine.of(line);
                if (divided.template().length() <= LONGEST_TEMPLATE) {
                    return new PlacedLine(null, numbers.needTemplate(divided.template()), divided.variables());
                }
            }
            return new PlacedLine(line, 0, null);
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
            put(numbers.need(metric.metric(phase)), value);
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
