package dev.bengal.store.sql;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.Unit;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.SeriesCollector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows a metric over the builds of a shared history. The values are picked where they lie, and the lines stay there. */
final class SqlSeries {
    private static final int ROWS_AT_ONCE = 10_000;

    private final Connection connection;
    private final Map<String, String> commits = new HashMap<>();

    SqlSeries(Connection connection) {
        this.connection = connection;
    }

    /** @param limit of how many of the newest builds at most */
    List<Series> of(BuildFilter filter, String name, int limit) throws SQLException {
        Map<Integer, Metric> metrics = metrics(name);
        if (metrics.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> words = words();
        SeriesCollector series = new SeriesCollector();
        FilterSql wanted = new FilterSql(filter);
        // Without a transaction the driver would hold all rows at once.
        connection.setAutoCommit(false);
        try (PreparedStatement question = connection.prepareStatement(question(metrics, wanted, limit))) {
            question.setFetchSize(ROWS_AT_ONCE);
            wanted.bind(question);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    series.add(
                            Objects.requireNonNull(metrics.get(rows.getInt("metric"))),
                            word(words, rows.getInt("project")),
                            new Scenario(word(words, rows.getInt("scenario"))),
                            point(rows, words));
                }
            }
        }
        SqlLocks.endTransaction(connection);
        return series.inOrder();
    }

    /**
     * Of several readings under one name the first one counts, as everywhere. Its place is looked up once for each layout, and for
     * each of the builds that were kept when each had an array of its own.
     */
    private static String question(Map<Integer, Metric> metrics, FilterSql wanted, int limit) {
        String newest = limit == Integer.MAX_VALUE ? "" : " ORDER BY stands DESC, started DESC, id DESC LIMIT " + limit;
        return "SELECT id, started, commit_hash, commit_time, environment, project, scenario,"
                + " coalesce(metric, own_metrics[own_place]) AS metric,"
                + " readings[coalesce(place, own_place)] AS value, CASE WHEN cut THEN line END AS cut_line"
                + " FROM (SELECT * FROM bengal_build WHERE " + wanted.where() + newest + ") AS build"
                + " LEFT JOIN (SELECT number AS layout, place, metrics[place] AS metric"
                + " FROM (SELECT number, metrics, " + place("metrics", metrics)
                + " AS place FROM bengal_layout OFFSET 0)"
                + " AS layout OFFSET 0) AS layout USING (layout)"
                + " CROSS JOIN LATERAL (SELECT " + place("own_metrics", metrics) + " AS own_place) AS own"
                + " WHERE coalesce(place, own_place) IS NOT NULL";
    }

    private static String place(String array, Map<Integer, Metric> metrics) {
        return metrics.keySet().stream()
                .map(number -> "array_position(" + array + ", " + number + ")")
                .collect(Collectors.joining(", ", "least(", ")"));
    }

    /** Those of this name, by their numbers. */
    private Map<Integer, Metric> metrics(String name) throws SQLException {
        Map<Integer, Metric> metrics = new LinkedHashMap<>();
        try (PreparedStatement question = connection.prepareStatement(
                "SELECT number, unit, direction, noise FROM bengal_metric WHERE name_key = ? ORDER BY number")) {
            question.setString(1, StoredText.key(name));
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    metrics.put(rows.getInt("number"), metric(name, rows));
                }
            }
        }
        return metrics;
    }

    private static Metric metric(String name, ResultSet row) throws SQLException {
        Metric described = MetricTable.metric(name, row);
        return TotalMetric.ALL.stream()
                .map(TotalMetric::metric)
                .filter(total -> total.name().equals(name))
                .findFirst()
                .orElse(new Metric(
                        name,
                        new Unit(StoredText.read(described.unit().symbol())),
                        described.direction(),
                        described.noise()));
    }

    private Series.Point point(ResultSet row, Map<Integer, String> words) throws SQLException {
        String cutLine = row.getString("cut_line");
        if (cutLine != null) {
            BuildMetrics build = SqlReader.record(StoredText.of(word(words, row.getInt("project"))), cutLine)
                    .build();
            return Series.Point.of(build, row.getDouble("value"));
        }
        String hash = row.getString("commit_hash");
        long commitTime = row.getLong("commit_time");
        Instant time = row.wasNull() ? null : instant(commitTime);
        return new Series.Point(
                new BuildId(StoredText.read(row.getString("id"))),
                instant(row.getLong("started")),
                row.getDouble("value"),
                commit(hash),
                time,
                word(words, row.getInt("environment")));
    }

    /** The builds of a commit share its hash. */
    private @Nullable String commit(@Nullable String hash) {
        return hash == null ? null : commits.computeIfAbsent(hash, StoredText::read);
    }

    private Map<Integer, String> words() throws SQLException {
        Map<Integer, String> words = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, text FROM bengal_word")) {
            while (rows.next()) {
                words.put(rows.getInt(1), StoredText.read(rows.getString(2)));
            }
        }
        return words;
    }

    private static String word(Map<Integer, String> words, int number) throws SQLException {
        String word = words.get(number);
        if (word == null) {
            // It was added after the words were read.
            throw new SQLException("the history grew while it was read; ask again", "40001");
        }
        return word;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
