package dev.bengal.store.sql;

import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.Unit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * A small number for each metric's name. The totals come first, in their order; what comes after
 * them is numbered as it turns up. Several threads may ask.
 */
final class MetricNumbers {
    /** The numbers of the totals, in every index. */
    static final Map<TotalMetric, Integer> TOTALS = Collections.unmodifiableMap(totals());

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Map<PhaseMetric, Integer>> phases = new HashMap<>();
    private final Queue<Metric> unsaved = new ArrayDeque<>();

    private MetricNumbers() {
        TOTALS.forEach((total, number) -> numbers.put(total.metric().name(), number));
    }

    private static Map<TotalMetric, Integer> totals() {
        Map<TotalMetric, Integer> totals = new EnumMap<>(TotalMetric.class);
        TotalMetric.ALL.forEach(total -> totals.put(total, totals.size()));
        return totals;
    }

    /** Those that an index knows so far. */
    static MetricNumbers read(Connection connection) throws SQLException {
        MetricNumbers known = new MetricNumbers();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, name FROM metric")) {
            while (rows.next()) {
                known.numbers.put(rows.getString(2), rows.getInt(1));
            }
        }
        return known;
    }

    /** The numbers of all metrics of the phases of one name. */
    synchronized Map<PhaseMetric, Integer> ofPhase(String phase) {
        return phases.computeIfAbsent(phase, name -> {
            Map<PhaseMetric, Integer> ofPhase = new EnumMap<>(PhaseMetric.class);
            PhaseMetric.ALL.forEach(metric -> ofPhase.put(metric, of(metric.metric(name))));
            return ofPhase;
        });
    }

    /** The number of a metric. */
    synchronized int of(Metric metric) {
        Integer known = numbers.get(metric.name());
        if (known == null) {
            known = numbers.size();
            numbers.put(metric.name(), known);
            unsaved.add(metric);
        }
        return known;
    }

    /** Writes down those that are new. */
    synchronized void save(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO metric (number, name, unit, direction, noise) VALUES (?, ?, ?, ?, ?)")) {
            for (Metric metric = unsaved.poll(); metric != null; metric = unsaved.poll()) {
                insert.setInt(1, of(metric));
                insert.setString(2, metric.name());
                insert.setString(3, metric.unit().symbol());
                insert.setString(4, metric.direction().word());
                insert.setString(5, metric.noise().word());
                insert.addBatch();
            }
            insert.executeBatch();
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
}
