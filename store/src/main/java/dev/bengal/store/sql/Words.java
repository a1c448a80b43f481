package dev.bengal.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** A small number for each text that comes again and again. */
final class Words {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Queue<Map.Entry<String, Integer>> unsaved = new ArrayDeque<>();

    private Words() {}

    /** Those that an index knows so far. */
    static Words read(Connection connection) throws SQLException {
        Words words = new Words();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, text FROM word")) {
            while (rows.next()) {
                words.numbers.put(rows.getString(2), rows.getInt(1));
            }
        }
        return words;
    }

    /** The number of a text, from 1. */
    int number(String text) {
        Integer known = numbers.get(text);
        if (known == null) {
            known = numbers.size() + 1;
            numbers.put(text, known);
            unsaved.add(Map.entry(text, known));
        }
        return known;
    }

    /** The texts behind the numbers. */
    static Map<Integer, String> texts(Connection connection) throws SQLException {
        Map<Integer, String> texts = new HashMap<>();
        read(connection).numbers.forEach((text, number) -> texts.put(number, text));
        return texts;
    }

    /** Writes down those that are new. */
    void save(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO word (number, text) VALUES (?, ?)")) {
            for (var word = unsaved.poll(); word != null; word = unsaved.poll()) {
                insert.setInt(1, word.getValue());
                insert.setString(2, word.getKey());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
