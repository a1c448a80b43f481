package dev.bengal.store.sql;

import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.store.ThinSeries;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads of every build a value and where it stands, and all else only of those builds that the picture keeps. */
final class ThinnedReading {
    private final Connection connection;
    private final Map<Integer, String> words;
    private final SqliteReader.Numbered metric;

    ThinnedReading(Connection connection, Map<Integer, String> words, SqliteReader.Numbered metric) {
        this.connection = connection;
        this.words = words;
        this.metric = metric;
    }

    /** A series for each project and scenario. */
    List<ThinSeries> of(FilterSql wanted, Halves halves, int points) throws SQLException {
        List<ThinSeries> series = new ArrayList<>();
        for (Map.Entry<Key, SeriesColumns> one : columns(wanted, halves).entrySet()) {
            series.add(new ThinSeries(
                    new Series(
                            metric.metric(),
                            SqliteReader.word(words, one.getKey().project()),
                            new Scenario(SqliteReader.word(words, one.getKey().scenario())),
                            points(one.getValue(), points)),
                    one.getValue().size()));
        }
        return series;
    }

    private Map<Key, SeriesColumns> columns(FilterSql wanted, Halves halves) throws SQLException {
        Map<Key, SeriesColumns> columns = new LinkedHashMap<>();
        halves.read((from, first, last) -> columns(from, wanted, first, last))
                .forEach(half ->
                        half.forEach((key, values) -> columns.computeIfAbsent(key, unknown -> new SeriesColumns())
                                .addAll(values)));
        return columns;
    }

    private Map<Key, SeriesColumns> columns(Connection from, FilterSql wanted, long first, long last)
            throws SQLException {
        Map<Key, SeriesColumns> columns = new LinkedHashMap<>();
        try (PreparedStatement question =
                from.prepareStatement("SELECT number, stands, started, project, scenario, " + metric.column()
                        + " FROM (SELECT * FROM build WHERE " + wanted.where() + " AND number BETWEEN ? AND ?)"
                        + metric.join())) {
            int next = wanted.bind(question);
            question.setLong(next, first);
            question.setLong(next + 1, last);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    OptionalDouble value = PackedReadings.find(rows.getBytes(6), metric.number());
                    if (value.isPresent()) {
                        columns.computeIfAbsent(new Key(rows.getInt(4), rows.getInt(5)), unknown -> new SeriesColumns())
                                .add(rows.getLong(1), rows.getLong(2), rows.getLong(3), value.getAsDouble());
                    }
                }
            }
        }
        return columns;
    }

    private List<Series.Point> points(SeriesColumns columns, int most) throws SQLException {
        List<Series.Point> points = new ArrayList<>();
        PointRows rows = new PointRows(words);
        try (PreparedStatement question = connection.prepareStatement(
                "SELECT id, started, commit_hash, commit_time, environment FROM build WHERE number = ?")) {
            for (int at : columns.kept(most)) {
                question.setLong(1, columns.number(at));
                try (ResultSet row = question.executeQuery()) {
                    if (!row.next()) {
                        throw new StaleIndexException("the index lost a build while it was read");
                    }
                    points.add(rows.point(row, columns.value(at)));
                }
            }
        }
        return points;
    }

    private record Key(int project, int scenario) {}
}
