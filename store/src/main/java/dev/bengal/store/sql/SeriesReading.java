package dev.bengal.store.sql;

import dev.bengal.model.Scenario;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.SeriesCollector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the points of one metric. Safe for many threads, each with a connection of its own. */
final class SeriesReading {
    private final FilterSql wanted;
    private final SqliteReader.Numbered metric;
    private final Map<Integer, String> words;

    SeriesReading(FilterSql wanted, SqliteReader.Numbered metric, Map<Integer, String> words) {
        this.wanted = wanted;
        this.metric = metric;
        this.words = words;
    }

    /** Of the builds with these numbers and all between them, in no order. */
    SeriesCollector between(Connection connection, long first, long last) throws SQLException {
        try (PreparedStatement question = question(connection, " AND number BETWEEN ? AND ?")) {
            int next = wanted.bind(question);
            question.setLong(next, first);
            question.setLong(next + 1, last);
            return read(question);
        }
    }

    /** Of the newest builds. */
    SeriesCollector newest(Connection connection, int limit) throws SQLException {
        String newest = " ORDER BY " + SqliteReader.newestFirst(BuildOrder.BY_COMMIT) + " LIMIT ?";
        try (PreparedStatement question = question(connection, newest)) {
            question.setInt(wanted.bind(question), limit);
            return read(question);
        }
    }

    private PreparedStatement question(Connection connection, String which) throws SQLException {
        return connection.prepareStatement(
                "SELECT id, started, commit_hash, commit_time, environment, project, scenario, " + metric.column()
                        + " FROM (SELECT * FROM build WHERE " + wanted.where() + which + ")" + metric.join());
    }

    private SeriesCollector read(PreparedStatement question) throws SQLException {
        SeriesCollector series = new SeriesCollector();
        Map<Integer, Scenario> scenarios = new HashMap<>();
        PointRows points = new PointRows(words);
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                OptionalDouble value = PackedReadings.find(rows.getBytes(8), metric.number());
                if (value.isPresent()) {
                    series.add(
                            metric.metric(),
                            SqliteReader.word(words, rows.getInt(6)),
                            scenarios.computeIfAbsent(
                                    rows.getInt(7), number -> new Scenario(SqliteReader.word(words, number))),
                            points.point(rows, value.getAsDouble()));
                }
            }
        }
        return series;
    }
}
