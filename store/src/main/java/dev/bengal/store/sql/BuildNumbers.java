package dev.bengal.store.sql;

import dev.bengal.store.columns.WantedBuilds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Finds builds by what the index has outside of its blocks. */
final class BuildNumbers implements WantedBuilds.Numbers {
    /** Above every character that a text may hold, in the order of UTF-8. */
    private static final String HIGHEST = "\uDBFF\uDFFF";

    private final Connection connection;

    BuildNumbers(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Set<Long> withId(String id) {
        return numbers("SELECT number FROM build WHERE id = ?", id);
    }

    @Override
    public Set<Long> withIdsFrom(String prefix) {
        return numbers("SELECT number FROM build WHERE id BETWEEN ? AND ?", prefix, prefix + HIGHEST);
    }

    @Override
    public Set<Long> excluded() {
        return numbers("SELECT number FROM build WHERE id IN (SELECT id FROM excluded)");
    }

    @Override
    public Set<Long> pruned() {
        return numbers("SELECT number FROM gone");
    }

    private Set<Long> numbers(String question, String... values) {
        Set<Long> numbers = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
        return numbers;
    }
}
