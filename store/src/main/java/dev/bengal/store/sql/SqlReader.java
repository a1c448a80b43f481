package dev.bengal.store.sql;

import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildReader;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.History;
import dev.bengal.store.HistoryLine;
import dev.bengal.store.Remarks;
import dev.bengal.store.SharedStoreException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers of one project from a shared history, over one connection. */
final class SqlReader implements BuildReader {
    /** How many builds of the project back the newest one that fits is looked for: what was kept before says little about today. */
    private static final int LATEST_WITHIN = 5_000;

    /** Of how many months the newest builds are looked for at first; then of so many times more. */
    private static final int MONTHS_AT_FIRST = 2;

    private static final int MORE_MONTHS = 4;

    private static final String COLUMNS =
            "id, (SELECT text FROM bengal_word WHERE bengal_word.number = project) AS project_name, stands, started, line,"
                    + " (SELECT text FROM bengal_template WHERE bengal_template.number = template) AS template_text,"
                    + " (SELECT variables FROM bengal_variables WHERE bengal_variables.number = bengal_build.number) AS variables";

    private final Connection connection;
    private final String project;
    private final FilterSql own;

    SqlReader(Connection connection, String project) {
        this.connection = connection;
        this.project = project;
        this.own = new FilterSql(BuildFilter.ALL.project(project));
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        try {
            List<BuildRecord> builds = records(newest(filter.project(project), order, limit));
            // Where ids are long, the database knows their order by the beginning alone.
            builds.sort(Comparator.comparing(BuildRecord::build, order.oldestFirst()));
            return new History(builds, count(), List.of());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * The newest months are asked first, since the server takes longer to open all of them than to answer. The others are asked
     * only where too few builds fit, or where one of theirs may stand among those found.
     */
    private List<Row> newest(BuildFilter filter, BuildOrder order, int limit) throws SQLException {
        List<SqlMonth> months = new SqlMonths(connection)
                .newestFirst().stream()
                        .filter(month -> filter.conditions().stream().allMatch(month::mayFulfil))
                        .toList();
        List<Row> found = new ArrayList<>();
        int count = MONTHS_AT_FIRST;
        for (int from = 0;
                from < months.size() && !isComplete(found, limit, order, months, from);
                count *= MORE_MONTHS) {
            int to = Math.min(months.size(), from + count);
            found.addAll(newest(
                    filter,
                    order,
                    limit,
                    months.get(to - 1).begins(),
                    months.get(from).ends()));
            // Rows that are equal in this are of one month, and stay in the order of their ids.
            found.sort(Row.newestFirst(order));
            found = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
            from = to;
        }
        return found;
    }

    /** Whether no build of the months from a place on can be among the newest. */
    private static boolean isComplete(List<Row> found, int limit, BuildOrder order, List<SqlMonth> months, int from) {
        if (found.size() < limit) {
            return false;
        }
        long oldest = found.get(limit - 1).stands();
        return order == BuildOrder.BY_START
                || months.subList(from, months.size()).stream().allMatch(month -> month.standsBefore() <= oldest);
    }

    private List<Row> newest(BuildFilter filter, BuildOrder order, int limit, long begins, long ends)
            throws SQLException {
        FilterSql wanted = new FilterSql(filter);
        String newestFirst = switch (order) {
            case BY_START -> "started DESC, id DESC";
            case BY_COMMIT -> "stands DESC, started DESC, id DESC";
        };
        try (PreparedStatement question = connection.prepareStatement("SELECT " + COLUMNS + " FROM bengal_build WHERE "
                + wanted.where() + " AND started >= ? AND started < ? ORDER BY " + newestFirst + " LIMIT ?")) {
            int place = wanted.bind(question);
            question.setLong(place, begins);
            question.setLong(place + 1, ends);
            question.setInt(place + 2, limit);
            return rows(question);
        }
    }

    /** Those that were kept last, the oldest first. */
    List<BuildRecord> latest(BuildFilter filter, int limit) {
        FilterSql wanted = new FilterSql(filter);
        // By their order alone, which needs no guess at how many builds fit: the server reads no more than it must.
        try (PreparedStatement question = connection.prepareStatement("SELECT " + COLUMNS
                + " FROM (SELECT * FROM bengal_build WHERE " + own.where() + " ORDER BY number DESC LIMIT "
                + LATEST_WITHIN
                + ") AS bengal_build WHERE " + wanted.where() + " ORDER BY number DESC LIMIT ?")) {
            question.setInt(wanted.bind(question, own.bind(question)), limit);
            List<BuildRecord> builds = records(rows(question));
            Collections.reverse(builds);
            return builds;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static List<Row> rows(PreparedStatement question) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet answer = question.executeQuery()) {
            while (answer.next()) {
                rows.add(new Row(
                        answer.getString(1),
                        answer.getString(2),
                        line(answer.getString(5), answer.getString(6), answer.getString(7)),
                        answer.getLong(3),
                        answer.getLong(4)));
            }
        }
        return rows;
    }

    private static String line(@Nullable String whole, @Nullable String template, @Nullable String variables) {
        return template == null || variables == null
                ? Objects.requireNonNull(whole, "line")
                : TemplatedLine.line(template, variables);
    }

    private List<BuildRecord> records(List<Row> rows) throws SQLException {
        Remarks remarks = remarks(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> remarks.apply(record(row.project(), row.line())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A build as it is kept, with what decides whether it is among the newest. */
    private record Row(String id, String project, String line, long stands, long started) {
        static Comparator<Row> newestFirst(BuildOrder order) {
            Comparator<Row> byStart = Comparator.comparingLong(Row::started).reversed();
            return switch (order) {
                case BY_START -> byStart;
                case BY_COMMIT ->
                    Comparator.comparingLong(Row::stands).reversed().thenComparing(byStart);
            };
        }
    }

    /** The build on a line. */
    static BuildRecord record(String project, String line) {
        BuildRecordReader reader = new BuildRecordReader(StoredText.read(project));
        if (reader.read(line.getBytes(StandardCharsets.UTF_8)) instanceof HistoryLine.Build build) {
            return build.record();
        }
        throw SharedStoreException.refused(
                "The shared history holds a record that this program cannot read; a newer Bengal may have written it."
                        + " Update Bengal on this machine.",
                null);
    }

    private Remarks remarks(List<String> builds) throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement("SELECT line FROM bengal_event WHERE build = ANY (?)")) {
            question.setArray(1, SqlNumbers.array(connection, builds));
            return remarks(question);
        }
    }

    private static Remarks remarks(PreparedStatement question) throws SQLException {
        BuildRecordReader reader = new BuildRecordReader("any");
        Remarks remarks = new Remarks();
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                if (reader.read(rows.getString(1).getBytes(StandardCharsets.UTF_8))
                        instanceof HistoryLine.Event event) {
                    remarks.add(event.event());
                }
            }
        }
        return remarks;
    }

    private long count() throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement("SELECT builds FROM bengal_project WHERE " + own.where())) {
            own.bind(question);
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Whatever is kept or pruned changes the number of the project's builds, of all events, or both. */
    Object mark() {
        try (PreparedStatement question = connection.prepareStatement("SELECT (SELECT count(*) FROM bengal_event),"
                + " coalesce((SELECT builds FROM bengal_project WHERE " + own.where() + "), 0)")) {
            own.bind(question);
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return List.of(row.getLong(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public List<Series> series(BuildFilter filter, String metric, int limit) {
        try {
            return new SqlSeries(connection).of(filter.project(project), metric, limit);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public List<HistoryEvent> events() {
        try (PreparedStatement question =
                connection.prepareStatement("SELECT line FROM bengal_event WHERE kind <> 'pruned'")) {
            return remarks(question).events();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
