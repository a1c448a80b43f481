package dev.bengal.store.sql;

import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import java.nio.IntBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a shared history has for words, metrics and layouts, which are arrays of metrics that builds share. Those that a batch needs are asked for together, since each
 * question costs a journey; and they are given out ahead of its transaction, so that nobody waits for another's batch.
 */
final class SqlNumbers {
    private final Set<String> words = new LinkedHashSet<>();
    private final Map<Metric, Integer> metrics = new LinkedHashMap<>();
    private final Map<String, Map<PhaseMetric, Integer>> phases = new HashMap<>();
    private final Map<IntBuffer, Integer> layouts = new LinkedHashMap<>();
    private Map<String, Integer> wordNumbers = Map.of();
    private int[] metricNumbers = new int[0];
    private int[] layoutNumbers = new int[0];

    /** Notes a word that a batch needs. */
    void need(@Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }

    /** Notes a metric that a batch needs; its place in the batch. */
    int need(Metric metric) {
        Integer known = metrics.putIfAbsent(metric, metrics.size());
        return known == null ? metrics.size() - 1 : known;
    }

    /** The same for a metric of a phase. */
    int need(String phase, PhaseMetric metric) {
        return phases.computeIfAbsent(phase, name -> new EnumMap<>(PhaseMetric.class))
                .computeIfAbsent(metric, key -> need(key.metric(phase)));
    }

    /** Notes which metrics a build has, by their places; the layout's place in the batch. */
    int need(int[] places) {
        Integer known = layouts.putIfAbsent(IntBuffer.wrap(places), layouts.size());
        return known == null ? layouts.size() - 1 : known;
    }

    /** Asks for all that was noted, and has those numbered that are new. */
    void fetch(Connection connection) throws SQLException {
        wordNumbers = fetchWords(connection);
        metricNumbers = fetchMetrics(connection);
        layoutNumbers = fetchLayouts(connection);
    }

    /** The number of a word that was noted; none for none. */
    @Nullable
    Integer word(@Nullable String word) {
        return word == null ? null : wordNumbers.get(word);
    }

    /** The number of the layout that has this place in the batch. */
    int layout(int place) {
        return layoutNumbers[place];
    }

    private Map<String, Integer> fetchWords(Connection connection) throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        words.forEach(word -> texts.put(StoredText.key(word), StoredText.of(word)));
        Map<String, Integer> known = read(connection, "bengal_word", texts.keySet());
        if (known.size() < texts.size()) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO bengal_word (key, text) SELECT key, text FROM unnest(?, ?) AS new (key, text)"
                            + " ORDER BY key ON CONFLICT DO NOTHING")) {
                texts.keySet().removeAll(known.keySet());
                insert.setArray(1, array(connection, texts.keySet()));
                insert.setArray(2, array(connection, texts.values()));
                insert.executeUpdate();
            }
            known.putAll(read(connection, "bengal_word", texts.keySet()));
        }
        Map<String, Integer> numbers = new HashMap<>();
        words.forEach(word -> numbers.put(word, number(known, StoredText.key(word))));
        return numbers;
    }

    private int[] fetchMetrics(Connection connection) throws SQLException {
        Map<String, Metric> keys = new LinkedHashMap<>();
        metrics.keySet().forEach(metric -> keys.put(key(metric), metric));
        Map<String, Integer> known = read(connection, "bengal_metric", keys.keySet());
        if (known.size() < keys.size()) {
            keys.keySet().removeAll(known.keySet());
            insertMetrics(connection, keys);
            known.putAll(read(connection, "bengal_metric", keys.keySet()));
        }
        return metrics.keySet().stream()
                .mapToInt(metric -> number(known, key(metric)))
                .toArray();
    }

    /** Projects may measure different things under one name. */
    private static String key(Metric metric) {
        return StoredText.key(metric.name() + "\n" + metric.unit().symbol() + "\n"
                + metric.direction().word() + "\n" + metric.noise().word());
    }

    private static void insertMetrics(Connection connection, Map<String, Metric> keys) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO bengal_metric (key, name_key, name, unit, direction, noise)"
                        + " SELECT key, name_key, name, unit, direction, noise FROM unnest(?, ?, ?, ?, ?, ?)"
                        + " AS new (key, name_key, name, unit, direction, noise)"
                        + " ORDER BY key ON CONFLICT DO NOTHING")) {
            List<List<String>> columns = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                columns.add(new ArrayList<>());
            }
            keys.forEach((key, metric) -> {
                columns.get(0).add(key);
                columns.get(1).add(StoredText.key(metric.name()));
                columns.get(2).add(StoredText.of(metric.name()));
                columns.get(3).add(StoredText.of(metric.unit().symbol()));
                columns.get(4).add(metric.direction().word());
                columns.get(5).add(metric.noise().word());
            });
            for (int i = 0; i < columns.size(); i++) {
                insert.setArray(i + 1, array(connection, columns.get(i)));
            }
            insert.executeUpdate();
        }
    }

    private int[] fetchLayouts(Connection connection) throws SQLException {
        Map<String, String> arrays = new LinkedHashMap<>();
        List<String> keys = layouts.keySet().stream().map(this::array).toList();
        keys.forEach(array -> arrays.put(StoredText.key(array), array));
        Map<String, Integer> known = read(connection, "bengal_layout", arrays.keySet());
        if (known.size() < arrays.size()) {
            arrays.keySet().removeAll(known.keySet());
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bengal_layout (key, metrics)"
                    + " SELECT key, metrics::integer[] FROM unnest(?, ?) AS new (key, metrics)"
                    + " ORDER BY key ON CONFLICT DO NOTHING")) {
                insert.setArray(1, array(connection, arrays.keySet()));
                insert.setArray(2, array(connection, arrays.values()));
                insert.executeUpdate();
            }
            known.putAll(read(connection, "bengal_layout", arrays.keySet()));
        }
        return keys.stream()
                .mapToInt(array -> number(known, StoredText.key(array)))
                .toArray();
    }

    /** The numbers of the metrics of a layout, as the server writes an array. */
    private String array(IntBuffer places) {
        return IntStream.of(places.array())
                .mapToObj(place -> Integer.toString(metricNumbers[place]))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, Integer> read(Connection connection, String table, Collection<String> keys)
            throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        try (PreparedStatement question =
                connection.prepareStatement("SELECT key, number FROM " + table + " WHERE key = ANY (?)")) {
            question.setArray(1, array(connection, keys));
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return numbers;
    }

    private static int number(Map<String, Integer> numbers, String key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalStateException("the shared history has no number for " + key);
        }
        return number;
    }

    static Array array(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
