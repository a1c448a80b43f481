package dev.bengal.store.sql;

import dev.bengal.model.Metric;
import java.nio.IntBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a shared history has for words, metrics, layouts, which are arrays of metrics that builds share, and templates of their lines. Those that a batch needs are asked for together, since each
 * question costs a journey; and they are given out ahead of its transaction, so that nobody waits for another's batch. Several
 * threads may note at once what a batch needs.
 */
final class SqlNumbers {
    private final Set<String> words = ConcurrentHashMap.newKeySet();
    private final Places<Metric> metrics = new Places<>();
    private final Places<IntBuffer> layouts = new Places<>();
    private final Places<String> templates = new Places<>();
    private Map<String, Integer> wordNumbers = Map.of();
    private int[] metricNumbers = new int[0];
    private int[] layoutNumbers = new int[0];
    private int[] templateNumbers = new int[0];

    /** Notes a word that a batch needs. */
    void need(@Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }

    /** Notes a metric that a batch needs; its place in the batch. */
    int need(Metric metric) {
        return metrics.of(metric);
    }

    /** Notes which metrics a build has, by their places; the layout's place in the batch. */
    int need(int[] places) {
        return layouts.of(IntBuffer.wrap(places));
    }

    /** Notes the template of a line; its place in the batch. */
    int needTemplate(String template) {
        return templates.of(template);
    }

    /** Things in the order in which they were first asked for, by whichever thread. */
    private static final class Places<T> {
        private final Map<T, Integer> places = new ConcurrentHashMap<>();
        private final AtomicInteger next = new AtomicInteger();

        int of(T thing) {
            // Almost all are known, and to look is cheaper than to lock.
            Integer known = places.get(thing);
            return known == null ? places.computeIfAbsent(thing, key -> next.getAndIncrement()) : known;
        }

        List<T> inOrder() {
            return places.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Asks for all that was noted, and has those numbered that are new. */
    void fetch(Connection connection) throws SQLException {
        wordNumbers = fetchWords(connection);
        metricNumbers = fetchMetrics(connection);
        layoutNumbers = fetchLayouts(connection);
        templateNumbers = fetchTemplates(connection);
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

    /** The number of the template that has this place in the batch. */
    int template(int place) {
        return templateNumbers[place];
    }

    private Map<String, Integer> fetchWords(Connection connection) throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        words.forEach(word -> texts.put(StoredText.key(word), StoredText.of(word)));
        Map<String, Integer> known = fetch(connection, "bengal_word", "text", texts);
        Map<String, Integer> numbers = new HashMap<>();
        words.forEach(word -> numbers.put(word, number(known, StoredText.key(word))));
        return numbers;
    }

    private int[] fetchMetrics(Connection connection) throws SQLException {
        Map<String, Metric> keys = new LinkedHashMap<>();
        List<Metric> noted = metrics.inOrder();
        noted.forEach(metric -> keys.put(key(metric), metric));
        Map<String, Integer> known = read(connection, "bengal_metric", keys.keySet());
        if (known.size() < keys.size()) {
            keys.keySet().removeAll(known.keySet());
            insertMetrics(connection, keys);
            known.putAll(read(connection, "bengal_metric", keys.keySet()));
        }
        return noted.stream().mapToInt(metric -> number(known, key(metric))).toArray();
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
        return numbers(
                connection,
                "bengal_layout",
                "metrics",
                layouts.inOrder().stream().map(this::array).toList());
    }

    private int[] fetchTemplates(Connection connection) throws SQLException {
        return numbers(connection, "bengal_template", "text", templates.inOrder());
    }

    private static int[] numbers(Connection connection, String table, String column, List<String> contents)
            throws SQLException {
        Map<String, String> byKey = new LinkedHashMap<>();
        List<String> keys = contents.stream().map(StoredText::key).toList();
        for (int i = 0; i < keys.size(); i++) {
            byKey.put(keys.get(i), contents.get(i));
        }
        Map<String, Integer> known = fetch(connection, table, column, byKey);
        return keys.stream().mapToInt(key -> number(known, key)).toArray();
    }

    /**
     * The numbers by their keys; those that are new are added.
     *
     * @param column what a key stands for lies in this one
     */
    private static Map<String, Integer> fetch(
            Connection connection, String table, String column, Map<String, String> contents) throws SQLException {
        Map<String, Integer> known = read(connection, table, contents.keySet());
        if (known.size() < contents.size()) {
            contents.keySet().removeAll(known.keySet());
            String type = column.equals("metrics") ? "integer[]" : "text";
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " (key, " + column
                    + ") SELECT key, content::" + type + " FROM unnest(?, ?) AS new (key, content)"
                    + " ORDER BY key ON CONFLICT DO NOTHING")) {
                insert.setArray(1, array(connection, contents.keySet()));
                insert.setArray(2, array(connection, contents.values()));
                insert.executeUpdate();
            }
            known.putAll(read(connection, table, contents.keySet()));
        }
        return known;
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
