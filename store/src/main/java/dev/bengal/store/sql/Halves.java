package dev.bengal.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * All rows of an index, read as two halves at once: a million of them keep one processor busy for seconds. The second half has a connection
 * of its own, and where that sees another state of the index, it is read by the first one after all.
 */
final class Halves {
    /** Fewer are read before another connection would be open. */
    static final long FEWEST_ROWS = 5_000;

    private final Connection connection;
    private final Connections connections;
    private final long fewestRows;

    Halves(Connection connection, Connections connections) {
        this(connection, connections, FEWEST_ROWS);
    }

    Halves(Connection connection, Connections connections, long fewestRows) {
        this.connection = connection;
        this.connections = connections;
        this.fewestRows = fewestRows;
    }

    /** More connections to one index. */
    interface Connections {
        Connection open() throws SQLException;
    }

    /** Reads the builds whose numbers lie between two, both included. */
    interface Reading<T> {
        T read(Connection connection, long first, long last) throws SQLException;
    }

    /** What was read, in the order of the builds' numbers: one part or two. */
    <T> List<T> read(Reading<T> reading) throws SQLException {
        long last = lastNumber();
        if (last < fewestRows) {
            return List.of(reading.read(connection, 1, last));
        }
        long middle = last / 2;
        Optional<Progress> state = Progress.read(connection);
        FutureTask<Optional<T>> second = new FutureTask<>(() -> readBeside(state, reading, middle + 1, last));
        Thread beside = new Thread(second, "bengal-index");
        beside.setDaemon(true);
        beside.start();
        T one = reading.read(connection, 1, middle);
        Optional<T> other = await(second);
        return List.of(one, other.isPresent() ? other.get() : reading.read(connection, middle + 1, last));
    }

    private <T> Optional<T> readBeside(Optional<Progress> state, Reading<T> reading, long first, long last)
            throws SQLException {
        try (Connection other = connections.open()) {
            other.setAutoCommit(false);
            return Progress.read(other).equals(state)
                    ? Optional.of(reading.read(other, first, last))
                    : Optional.empty();
        }
    }

    private static <T> T await(FutureTask<T> task) throws SQLException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the index was read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private long lastNumber() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(number), 0) FROM build")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
