package dev.bengal.store;

import dev.bengal.store.sql.SqlStore;
import dev.bengal.store.sql.StoreUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server for the tests of one process, on the loopback interface. It ends with the process. */
final class PostgresServer {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            return builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("the PostgreSQL server for the tests does not start", e);
        }
    }

    /** Whoever is called {@code locked} needs a password, and everyone else none. */
    static EmbeddedPostgres.Builder builder() throws IOException {
        Path access = Files.createTempFile("pg_hba", ".conf");
        access.toFile().deleteOnExit();
        Files.writeString(access, """
                host all locked 127.0.0.1/32 scram-sha-256
                host all all 127.0.0.1/32 trust
                host all all ::1/128 trust
                local all all trust
                """);
        return EmbeddedPostgres.builder()
                .setPort(freePort())
                .setServerConfig("hba_file", access.toString())
                // A test asks what the program does, not what a disk does.
                .setServerConfig("fsync", "off");
    }

    /**
     * A port that nobody has, for a server that comes later. It is below those that a system gives to whoever asks for any, such as
     * the connections of another test: one of these would be another's by then.
     */
    static int freePort() {
        Random random = new Random();
        while (true) {
            int port = 10_000 + random.nextInt(20_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Another one.
            }
        }
    }

    static int port() {
        return SERVER.getPort();
    }

    /** An empty schema; the address ends with its name. */
    static String freshSchema() {
        String schema = "test_" + SCHEMAS.incrementAndGet();
        execute("CREATE SCHEMA " + schema);
        return schema;
    }

    static String url(String schema) {
        return "postgresql://postgres@127.0.0.1:" + port() + "/postgres?currentSchema=" + schema;
    }

    static SqlStore store(String schema) {
        return store(url(schema), Map.of());
    }

    static SqlStore store(String schema, String project) {
        return store(url(schema), Map.of(), project);
    }

    static SqlStore store(String url, Map<String, String> credentials) {
        return store(url, credentials, "docs");
    }

    private static SqlStore store(String url, Map<String, String> credentials, String project) {
        return new SqlStore(StoreUrl.parse(url), credentials, project, Duration.ofSeconds(60));
    }

    static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static long number(String question) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        }
    }

    static List<String> texts(String question) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        }
    }

    static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/postgres", "postgres", "");
    }

    /** The name of a schema for a folder; made where it is not there. */
    static String schemaOf(Path folder) {
        String schema = "folder_" + Integer.toHexString(folder.toString().hashCode());
        execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        return schema;
    }
}
