package dev.bengal.store.sql;

import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.Unit;
import dev.bengal.store.columns.MetricNumbers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The metrics that an index has met, and their numbers. */
final class MetricTable {
    private MetricTable() {}

    /** The numbers that an index knows so far. */
    static MetricNumbers read(Connection connection) throws SQLException {
        Map<String, Integer> known = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, name FROM metric")) {
            while (rows.next()) {
                known.put(rows.getString(2), rows.getInt(1));
            }
        }
        return new MetricNumbers(known);
    }

    /** How many metrics have a number. */
    static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(number), -1) + 1 FROM metric")) {
            return row.next() ? Math.max(row.getInt(1), TotalMetric.ALL.size()) : TotalMetric.ALL.size();
        }
    }

    /** Writes down those that are new. */
    static void save(MetricNumbers numbers, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO metric (number, name, unit, direction, noise) VALUES (?, ?, ?, ?, ?)")) {
            for (Metric metric = numbers.nextUnsaved(); metric != null; metric = numbers.nextUnsaved()) {
                insert.setInt(1, numbers.of(metric));
                insert.setString(2, metric.name());
                insert.setString(3, metric.unit().symbol());
                insert.setString(4, metric.direction().word());
                insert.setString(5, metric.noise().word());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** A metric and its number; empty where the index has not met it. */
    static Optional<Numbered> find(Connection connection, String name) throws SQLException {
        for (TotalMetric total : TotalMetric.ALL) {
            if (total.metric().name().equals(name)) {
                return Optional.of(new Numbered(total.metric(), MetricNumbers.of(total)));
            }
        }
        try (PreparedStatement question =
                connection.prepareStatement("SELECT number, unit, direction, noise FROM metric WHERE name = ?")) {
            question.setString(1, name);
            try (ResultSet row = question.executeQuery()) {
                return row.next()
                        ? Optional.of(new Numbered(metric(name, row), row.getInt("number")))
                        : Optional.empty();
            }
        }
    }

    /** A metric as a row describes it. */
    static Metric metric(String name, ResultSet row) throws SQLException {
        return new Metric(
                name,
                new Unit(row.getString("unit")),
                Direction.ofWord(row.getString("direction")).orElse(Direction.NONE),
                NoiseClass.ofWord(row.getString("noise")).orElse(NoiseClass.NOISY));
    }

    /** A metric and its number. */
    record Numbered(Metric metric, int number) {}
}
