package dev.bengal.store.sql;

import dev.bengal.journal.Journal;
import dev.bengal.store.Seal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an index has read its journal.
 *
 * @param position the first byte that it has not read
 * @param line the number of the line that begins there
 * @param torn how many bytes from there on are a last line that was read though its newline is missing; 0 where none was
 * @param seal of what stands before it, and of that line
 * @param project that the records without one were taken to belong to
 */
record Progress(long position, long line, long torn, long seal, String project) {
    /** Nothing was read yet. */
    static Progress start(String project) {
        return new Progress(0, 1, 0, 0, project);
    }

    // Written out for the reason given at BuildId.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Progress that
                && position == that.position
                && line == that.line
                && torn == that.torn
                && seal == that.seal
                && project.equals(that.project);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * position + seal);
    }

    /** The first byte that it knows nothing of. */
    long end() {
        return position + torn;
    }

    /** Whether the journal still begins with what was read, and what was read as a line is one. */
    boolean isOf(Journal journal, long size, String project) {
        return this.project.equals(project)
                && end() <= size
                && Seal.of(journal, end()) == seal
                && (torn == 0 || end() == size || endsAt(journal, end()));
    }

    /** Where something was glued to a torn line, it is another line. */
    private static boolean endsAt(Journal journal, long offset) {
        byte[] next = journal.read(List.of(new Journal.Stretch(offset, 1))).get(0);
        return next.length == 1 && next[0] == '\n';
    }

    static Optional<Progress> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT position, line, torn, seal, project FROM progress")) {
            return row.next()
                    ? Optional.of(new Progress(
                            row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getString(5)))
                    : Optional.empty();
        }
    }

    void save(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO progress (position, line, torn, seal, project) VALUES (?, ?, ?, ?, ?)")) {
            statement.executeUpdate("DELETE FROM progress");
            insert.setLong(1, position);
            insert.setLong(2, line);
            insert.setLong(3, torn);
            insert.setLong(4, seal);
            insert.setString(5, project);
            insert.executeUpdate();
        }
    }
}
