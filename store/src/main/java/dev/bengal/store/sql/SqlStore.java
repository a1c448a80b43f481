package dev.bengal.store.sql;

import dev.bengal.journal.EventEncoder;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.Delivery;
import dev.bengal.store.History;
import dev.bengal.store.SharedStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A history in PostgreSQL that several machines share. Each call and each handover opens a connection of its own, so that nothing is left over from
 * a server that was started anew; one that makes the tables or finds them made by an older program brings them up to date.
 *
 * <p>Several threads and processes may use one history at once.
 */
public final class SqlStore implements SharedStore {
    private static final int ATTEMPTS = 3;

    /** The server had to end one of two transactions that were in each other's way; the same again succeeds. */
    private static final Set<String> WORTH_ANOTHER_ATTEMPT = Set.of("40001", "40P01");

    private final StoreUrl url;
    private final String project;
    private final SqlConnections connections;
    private final BuildRecordReader reader;

    /**
     * A shared history; nothing is connected yet.
     *
     * @param credentials what the environment says for the driver, such as {@code user} and {@code password}; the URL has
     *     precedence
     * @param project whose builds are told of; also whose lines are delivered, for records that do not say
     * @param patience how long an answer is waited for
     */
    public SqlStore(StoreUrl url, Map<String, String> credentials, String project, Duration patience) {
        this.url = Objects.requireNonNull(url, "url");
        this.project = Objects.requireNonNull(project, "project");
        this.connections = new SqlConnections(url, credentials, patience);
        this.reader = new BuildRecordReader(project);
    }

    @Override
    public String name() {
        return url.name();
    }

    @Override
    public void append(BuildMetrics build) {
        deliver(List.of(RecordEncoder.line(build).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void append(HistoryEvent event) {
        deliver(List.of(EventEncoder.line(event).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Delivery deliver(List<byte[]> lines) {
        try (Handover handover = handover()) {
            return handover.prepare(lines).get();
        }
    }

    @Override
    public Handover handover() {
        return new OneConnection();
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        requirePositive(limit);
        return ask(reader -> reader.recent(filter, order, limit));
    }

    @Override
    public List<BuildRecord> latest(BuildFilter filter, int limit) {
        requirePositive(limit);
        return ask(reader -> reader.latest(filter, limit));
    }

    @Override
    public List<Series> series(BuildFilter filter, String metric, int limit) {
        requirePositive(limit);
        return ask(reader -> reader.series(filter, metric, limit));
    }

    @Override
    public List<HistoryEvent> events() {
        return ask(reader -> reader.events());
    }

    @Override
    public Object mark() {
        return ask(reader -> reader.mark());
    }

    private <T> T ask(Function<SqlReader, T> question) {
        return repeat(() -> {
            try (Connection connection = connections.open()) {
                return question.apply(new SqlReader(connection, project));
            } catch (SqlFailure e) {
                throw e.failure();
            }
        });
    }

    private <T> T repeat(Attempt<T> attempt) {
        for (int count = 1; ; count++) {
            try {
                return attempt.make();
            } catch (SQLException e) {
                if (count == ATTEMPTS || !WORTH_ANOTHER_ATTEMPT.contains(String.valueOf(e.getSQLState()))) {
                    throw connections.explain(e);
                }
            }
        }
    }

    /**
     * Hands over all of its batches by one connection: a process of the server that only just began finds nothing of its tables in
     * its memory. One that failed is not used again.
     */
    private final class OneConnection implements Handover {
        private @Nullable Connection connection;

        @Override
        public Supplier<Delivery> prepare(List<byte[]> lines) {
            SqlBatch batch = SqlBatch.of(lines, reader);
            return () -> repeat(() -> write(batch));
        }

        private Delivery write(SqlBatch batch) throws SQLException {
            Connection open = connection == null ? connections.open() : connection;
            try {
                Delivery delivery = new SqlWriter(open).write(batch);
                connection = open;
                return delivery;
            } catch (SQLException | RuntimeException e) {
                connection = null;
                SqlConnections.close(open, e);
                throw e;
            }
        }

        @Override
        public void close() {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    // What was handed over is kept, and the server notices that nobody is there any more.
                }
            }
        }
    }

    private static void requirePositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; at least 1 build can be asked for");
        }
    }

    /** What may be in the way of another transaction. */
    private interface Attempt<T> {
        T make() throws SQLException;
    }
}
