package dev.bengal.store.sql;

import dev.bengal.journal.Journal;
import dev.bengal.store.Seal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * How far an index has read its journal.
 *
 * @param position the first byte that it has not read
 * @param line the number of the line that begins there
 * @param seal of what stands before it
 * @param project that the records without one were taken to belong to
 */
record Progress(long position, long line, long seal, String project) {
    /** Nothing was read yet. */
    static Progress start(String project) {
        return new Progress(0, 1, 0, project);
    }

    /** Whether the journal still begins with what was read. */
    boolean isOf(Journal journal, long size, String project) {
        return this.project.equals(project) && position <= size && Seal.of(journal, position) == seal;
    }

    static Optional<Progress> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT position, line, seal, project FROM progress")) {
            return row.next()
                    ? Optional.of(new Progress(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)))
                    : Optional.empty();
        }
    }

    void save(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO progress (position, line, seal, project) VALUES (?, ?, ?, ?)")) {
            statement.executeUpdate("DELETE FROM progress");
            insert.setLong(1, position);
            insert.setLong(2, line);
            insert.setLong(3, seal);
            insert.setString(4, project);
            insert.executeUpdate();
        }
    }
}
