package dev.bengal.benchmarks.postgres;

import dev.bengal.journal.Journal;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.Outbox;
import dev.bengal.store.SharedStore;
import dev.bengal.store.sql.SqlStore;
import dev.bengal.store.sql.StoreUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fills a server with builds and asks it, at every power of ten: one that it starts, with the settings that it comes with, its
 * disk's flushes included, or one that is there. It is filled from a journal, as {@code perf sync} does it. Times are those of
 * whole calls: connecting, asking, reading the lines back; what connecting takes of that is measured, too.
 */
public final class PostgresBenchmark {
    private static final int PORTION = 50_000;
    private static final int RUNS = 11;
    private static final Duration HOWEVER_LONG = Duration.ofDays(1);
    private static final BuildFilter SCENARIO = BuildFilter.ALL.project("docs").scenario("site full");

    private final MadeUpBuilds builds;
    private final SharedStore store;
    private final Journal journal;
    private final Outbox outbox;
    private final String address;
    private long stored;
    private long bytes;

    private PostgresBenchmark(String address, Path folder, long most) {
        this.address = address;
        this.builds = new MadeUpBuilds(most);
        this.store = new SqlStore(StoreUrl.parse("postgresql://" + address), Map.of(), "docs", Duration.ofMinutes(10));
        this.journal = new Journal(folder.resolve("history.jsonl"));
        this.outbox = new Outbox(journal, store);
    }

    /** Prints a table; the arguments are the largest number of builds and, for a server that is there, {@code USER@HOST:PORT/DATABASE}. */
    public static void main(String[] arguments) throws IOException, SQLException {
        long most = arguments.length == 0 ? 100_000 : Long.parseLong(arguments[0]);
        Path folder = Files.createTempDirectory("benchmark");
        try {
            if (arguments.length > 1) {
                new PostgresBenchmark(arguments[1], folder, most).run(most);
                return;
            }
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                new PostgresBenchmark("postgres@127.0.0.1:" + server.getPort() + "/postgres", folder, most).run(most);
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void run(long most) throws SQLException {
        if (store.recent(BuildFilter.ALL, BuildOrder.BY_START, 1).recorded() > 0) {
            throw new IllegalStateException(address + " holds builds; the benchmark needs a database of its own.");
        }
        print(
                "| builds | builds/s in batches | one build | connecting | recent 10 | of a scenario | baseline of 9 | phase, last 10,000"
                        + " | total, all | size, MB | of the lines |");
        print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (long size = 1_000; size <= most; size *= 10) {
            double perSecond = fill(size);
            double one = median(() -> store.deliver(next(1)));
            double connecting = median(this::connectAndLeave);
            double recent = median(() -> store.recent(BuildFilter.ALL, BuildOrder.BY_COMMIT, 10));
            double ofScenario = median(() -> store.recent(SCENARIO, BuildOrder.BY_COMMIT, 10));
            double baseline = median(() -> store.latest(SCENARIO.baselineMaterial(), 9));
            BuildFilter last = BuildFilter.ALL.since(builds.start(Math.max(0, stored - 10_000)));
            double phase = median(() -> store.series(last, "phase.rendering.duration_ms"));
            double total = median(() -> store.series(BuildFilter.ALL, "total_duration_ms"));
            double megabytes = number("SELECT pg_database_size(current_database())") / 1e6;
            print(String.format(
                    Locale.ROOT,
                    "| %,d | %,.0f | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.0f ms | %.0f ms | %.0f | %.2f |",
                    size,
                    perSecond,
                    one,
                    connecting,
                    recent,
                    ofScenario,
                    baseline,
                    phase,
                    total,
                    megabytes,
                    megabytes * 1e6 / bytes));
        }
    }

    /** Up to so many; how many came in a second. Making up and recording them does not count, reading the journal does. */
    private double fill(long size) {
        long nanos = 0;
        long first = stored;
        while (stored < size) {
            journal.append(next((int) Math.min(PORTION, size - stored)).stream()
                    .map(line -> new String(line, StandardCharsets.UTF_8))
                    .toList());
            long start = System.nanoTime();
            outbox.deliver(HOWEVER_LONG);
            nanos += System.nanoTime() - start;
        }
        return (stored - first) * 1e9 / nanos;
    }

    private List<byte[]> next(int count) {
        List<byte[]> lines = builds.lines(stored, count);
        stored += count;
        lines.forEach(line -> bytes += line.length);
        return lines;
    }

    /** Of several runs, in milliseconds. */
    private static double median(Runnable question) {
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            question.run();
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }

    private double number(String question) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private void connectAndLeave() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT");
        } catch (SQLException e) {
            throw new IllegalStateException("the server left", e);
        }
    }

    private Connection connect() throws SQLException {
        int at = address.indexOf('@');
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.substring(at + 1), address.substring(0, at), "");
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
