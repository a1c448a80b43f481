package dev.bengal.store;

import static dev.bengal.store.BuildStoreContract.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.journal.Journal;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.store.sql.SqlStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shared store does with records, users and servers that mean it no good. */
class SqlStoreFaultsTest {
    private static final String NASTY = "o'Neil\"; DROP TABLE bengal_build; -- \\ {\"a\":1} \t\r\n %_ \uD83D\uDE00";

    /** What no database keeps as text: a NUL and half of a character. */
    private static final String UNSTORABLE = "a\u0000b\uD83Dc";

    @TempDir
    private Path folder;

    private String schema;
    private SqlStore store;

    @BeforeEach
    void open() {
        schema = PostgresServer.freshSchema();
        store = PostgresServer.store(schema);
    }

    @Test
    void hostileTexts_areKeptWhole() {
        assertKept(NASTY, NASTY, NASTY);
        HistoryEvent excluded = new HistoryEvent.Excluded(stamp(NASTY), new BuildId(NASTY), NASTY);
        store.append(excluded);

        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).builds())
                .extracting(BuildRecord::excluded)
                .containsExactly(NASTY);
        assertThat(store.recent(BuildFilter.ALL.baselineMaterial(), BuildOrder.BY_START, 9)
                        .builds())
                .isEmpty();
        assertThat(store.events()).containsExactly(excluded);
    }

    @Test
    void unstorableTexts_areReadWithASignInTheirPlaceAndKeptInTheirLine() {
        BuildMetrics build = with("id", UNSTORABLE, "hash");
        store.append(build);

        List<BuildRecord> kept =
                store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).builds();

        assertThat(kept).extracting(BuildRecord::line).containsExactly(RecordEncoder.line(build));
        assertThat(kept).extracting(BuildRecord::build).containsExactly(with("id", "a\uFFFDb\uFFFDc", "hash"));
    }

    @Test
    void longTexts_areKeptWhole() {
        String endless = "feature/größer-".repeat(20_000);
        assertKept(endless + "a", endless + "b", endless + "c");
    }

    /** By recent, by every filter, and by a series. */
    private void assertKept(String id, String branch, String hash) {
        BuildMetrics build = with(id, branch, hash);
        store.append(build);
        store.append(build);

        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).builds())
                .containsExactly(new BuildRecord(build, RecordEncoder.line(build)));
        for (BuildFilter filter : List.of(
                BuildFilter.ALL.id(id),
                BuildFilter.ALL.branch(branch),
                BuildFilter.ALL.commit(hash),
                BuildFilter.ALL.environment(build.environment().fingerprint()),
                BuildFilter.ALL.and(new Condition.BeginsWith(TextColumn.BRANCH, branch.substring(0, 20))),
                BuildFilter.ALL.and(new Condition.IsNot(TextColumn.BRANCH, branch + "x")))) {
            assertThat(store.recent(filter, BuildOrder.BY_COMMIT, 9).builds()).hasSize(1);
        }
        assertThat(store.recent(BuildFilter.ALL.branch(branch + "x"), BuildOrder.BY_COMMIT, 9)
                        .builds())
                .isEmpty();
        assertThat(store.series(BuildFilter.ALL, "total_duration_ms"))
                .singleElement()
                .satisfies(series -> assertThat(series.points()).containsExactly(Series.Point.of(build, 12.5)));
    }

    private static BuildMetrics with(String id, String branch, String hash) {
        BuildMetrics build = SampleBuild.id(id).millis(12.5).fingerprint(branch).build();
        return new BuildMetrics(
                build.identity(),
                build.stats(),
                new Commit(hash, branch, List.of(), false, Instant.parse("2026-03-01T00:00:00Z")),
                null,
                build.totals(),
                List.of(),
                List.of(),
                List.of(),
                build.environment());
    }

    @Test
    void tenThousandPhases_eachHaveTheirSeries() {
        SampleBuild build = SampleBuild.id("many");
        for (int i = 0; i < 10_000; i++) {
            build.phase("phase " + i, null, i);
        }
        store.append(build.build());

        assertThat(store.series(BuildFilter.ALL, "phase.phase 9999.duration_ms"))
                .flatExtracting(Series::points)
                .extracting(Series.Point::value)
                .containsExactly(9999.0);
    }

    @Test
    void linesThatAreNoRecords_areLeftOut() {
        Delivery delivery = store.deliver(lines(
                "",
                "nonsense",
                "{}",
                "[1]",
                RecordEncoder.line(SampleBuild.id("a").build()),
                "{\"torn\":"));

        assertThat(delivery).isEqualTo(new Delivery(1, 0, true));
    }

    @Test
    void earlyRecordsWithoutAnIdOrAProject_belongToTheOneWhoDeliveredThem() {
        String early = "{\"timestamp\": \"2025-10-01T10:00:00.5\", \"build_time_ms\": 1234.5, \"regular_pages\": 9}";

        assertThat(store.deliver(lines(early)).builds()).isEqualTo(1);
        assertThat(store.deliver(lines(early)).builds()).isZero();
        assertThat(store.recent(BuildFilter.ALL.project("docs"), BuildOrder.BY_START, 9)
                        .builds())
                .extracting(BuildRecord::line)
                .containsExactly(early);
    }

    @Test
    void starts_decideTheMonthAndAnyClockIsTaken() {
        for (String start : List.of(
                "0001-02-01T00:00:00Z",
                "1999-12-31T23:59:59.999Z",
                "2026-02-28T23:59:59.999Z",
                "2026-03-01T00:00:00Z",
                "2099-12-31T23:59:59.999Z",
                "9999-12-30T00:00:00Z")) {
            store.append(SampleBuild.id(start).start(start).build());
        }

        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).builds())
                .extracting(build -> build.build().identity().id().value())
                .isSorted()
                .hasSize(6);
        assertThat(PostgresServer.number(
                        "SELECT count(*) FROM pg_inherits WHERE inhparent = '" + schema + ".bengal_build'::regclass"))
                .isEqualTo(5);
    }

    @Test
    void oneIdInTwoMonths_isOneBuild() {
        store.append(SampleBuild.id("a").start("2026-01-01T00:00:00Z").build());
        store.append(SampleBuild.id("a").start("2026-02-01T00:00:00Z").build());

        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).recorded())
                .isEqualTo(1);
    }

    @Test
    void manyProgramsAtOnce_setUpOnceAndKeepEachBuildOnce() throws Exception {
        List<Callable<Delivery>> programs = new ArrayList<>();
        for (int program = 0; program < 6; program++) {
            int first = 20 * program;
            programs.add(() -> PostgresServer.store(schema).deliver(overlapping(first)));
        }
        long delivered = 0;
        ExecutorService threads = Executors.newFixedThreadPool(programs.size());
        try {
            for (Future<Delivery> done : threads.invokeAll(programs)) {
                delivered += done.get().builds();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a program failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }

        // The programs' builds are 0..99, 20..119, ..., 100..199.
        assertThat(delivered).isEqualTo(200);
        assertThat(PostgresServer.number("SELECT count(*) FROM " + schema + ".bengal_build"))
                .isEqualTo(200);
        // 0, 7, ..., 196
        History first = PostgresServer.store(schema, "project 0").recent(BuildFilter.ALL, BuildOrder.BY_START, 1000);
        assertThat(first.builds()).hasSize(29);
        assertThat(first.recorded()).isEqualTo(29);
        assertThat(recorded()).isEqualTo(200);
        assertThat(PostgresServer.number("SELECT count(*) - max(version) FROM " + schema + ".bengal_schema"))
                .isZero();
    }

    /** A hundred builds from the first on, the last one first, over four months. */
    private static List<byte[]> overlapping(int first) {
        return IntStream.range(0, 100)
                .mapToObj(i -> first + 99 - i)
                .map(i -> SampleBuild.id(String.format("%03d", i))
                        .start("2026-0" + (1 + i % 4) + "-05T00:00:00Z")
                        .project("project " + i % 7)
                        .millis(i)
                        .build())
                .map(build -> RecordEncoder.line(build).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void connectionThatBreaksWithinABatch_leavesAllOfItOrNothing() {
        store.append(SampleBuild.id("before").build());
        // The server ends the connection in the middle of the copy.
        PostgresServer.execute("CREATE FUNCTION " + schema + ".fall() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END'");
        PostgresServer.execute("CREATE TRIGGER fall BEFORE INSERT ON " + schema
                + ".bengal_build FOR EACH ROW WHEN (NEW.id = '050') EXECUTE FUNCTION " + schema + ".fall()");
        Journal journal = journal(overlapping(0));
        Outbox outbox = new Outbox(journal, store);

        assertThatThrownBy(() -> outbox.deliver(Duration.ofHours(1)))
                .isInstanceOfSatisfying(
                        SharedStoreException.class,
                        e -> assertThat(e.isUnreachable()).isTrue())
                .hasMessageContaining("cannot be reached");
        assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).builds()))
                .containsExactly("before");

        PostgresServer.execute("DROP TRIGGER fall ON " + schema + ".bengal_build");
        assertThat(outbox.deliver(Duration.ofHours(1))).isEqualTo(new Delivery(100, 0, true));
        assertThat(recorded()).isEqualTo(101);
    }

    /** Of all projects. */
    private long recorded() {
        return PostgresServer.number("SELECT sum(builds) FROM " + schema + ".bengal_project");
    }

    private Journal journal(List<byte[]> lines) {
        Journal journal = new Journal(folder.resolve("history.jsonl"));
        journal.append(lines.stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList());
        return journal;
    }

    @Test
    void newerSchema_isRefusedWithASentence() {
        store.append(SampleBuild.id("a").build());
        PostgresServer.execute("INSERT INTO " + schema + ".bengal_schema (version) VALUES (99)");

        assertThatThrownBy(() -> store.events())
                .isInstanceOf(SharedStoreException.class)
                .hasMessageContaining("was set up by a newer Bengal (its schema is version 99")
                .hasMessageContaining("Update Bengal");
    }

    @Test
    void userWhoMayOnlyRead_readsAndLosesNothing() {
        store.append(SampleBuild.id("a").build());
        String reader = "reader_" + schema;
        PostgresServer.execute("CREATE ROLE " + reader + " LOGIN; GRANT USAGE ON SCHEMA " + schema + " TO " + reader
                + "; GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + reader);
        SqlStore readOnly =
                PostgresServer.store(PostgresServer.url(schema).replace("postgres@", reader + "@"), Map.of());
        Journal journal = new Journal(folder.resolve("history.jsonl"));
        List<String> warnings = new ArrayList<>();
        DeliveringStore both = new DeliveringStore(
                new JournalStore(journal, "docs"),
                readOnly,
                new Outbox(journal, readOnly),
                Duration.ofHours(1),
                warnings::add);
        both.append(SampleBuild.id("b").build());

        assertThat(ids(both.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).builds()))
                .containsExactly("a");
        assertThat(ids(both.latest(BuildFilter.ALL.baselineMaterial(), 9))).containsExactly("a");
        assertThat(both.series(BuildFilter.ALL, "total_duration_ms")).isEmpty();
        assertThat(warnings).singleElement().asString().contains("may not be written", "permission denied");
        new Outbox(journal, store).deliver(Duration.ofHours(1));
        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).recorded())
                .isEqualTo(2);
    }

    @Test
    void unknownHost_isASentence() {
        assertThatThrownBy(() -> PostgresServer.store("postgresql://ada@no-such-host.invalid/team", Map.of())
                        .events())
                .isInstanceOf(SharedStoreException.class)
                .hasMessageStartingWith(
                        "postgresql://no-such-host.invalid/team cannot be reached (unknown host no-such-host.invalid");
    }

    @Test
    void handover_takesAllItsBatchesOverOneConnectionAndAnotherOneAfterAFailure() {
        String user = "sender_of_" + schema;
        PostgresServer.execute("CREATE ROLE " + user + " LOGIN SUPERUSER");
        SqlStore sender = PostgresServer.store(PostgresServer.url(schema).replace("postgres@", user + "@"), Map.of());
        List<Supplier<Delivery>> batches = new ArrayList<>();
        try (SharedStore.Handover handover = sender.handover()) {
            for (int i = 0; i < 4; i++) {
                batches.add(handover.prepare(
                        lines(RecordEncoder.line(SampleBuild.id("id" + i).build()))));
            }
            assertThat(batches.get(0).get()).isEqualTo(new Delivery(1, 0, true));
            long first = process(user);
            assertThat(batches.get(1).get()).isEqualTo(new Delivery(1, 0, true));
            assertThat(process(user)).isEqualTo(first);

            PostgresServer.execute("SELECT pg_terminate_backend(" + first + ", 60000)");

            assertThatThrownBy(batches.get(2)::get)
                    .isInstanceOfSatisfying(
                            SharedStoreException.class,
                            e -> assertThat(e.isUnreachable()).isTrue());
            assertThat(batches.get(2).get()).isEqualTo(new Delivery(1, 0, true));
            assertThat(batches.get(3).get()).isEqualTo(new Delivery(1, 0, true));
        }
        assertThat(ids(store.latest(BuildFilter.ALL, 9))).containsExactly("id0", "id1", "id2", "id3");
    }

    /** The only one of the server that works for a user. */
    private static long process(String user) {
        return PostgresServer.number("SELECT pid FROM pg_stat_activity WHERE usename = '" + user + "'");
    }

    @Test
    void unknownDatabase_isASentence() {
        assertThatThrownBy(() -> PostgresServer.store(
                                "postgresql://postgres@127.0.0.1:" + PostgresServer.port() + "/nowhere", Map.of())
                        .events())
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("\"nowhere\" does not exist");
    }

    @Test
    void password_comesFromTheEnvironmentOrTheFilesOfTheDriver() throws IOException {
        PostgresServer.execute(
                "CREATE ROLE locked LOGIN PASSWORD 's3cret'; GRANT ALL ON SCHEMA " + schema + " TO locked");
        String url = PostgresServer.url(schema).replace("postgres@", "locked@");
        PostgresServer.store(url, Map.of("password", "s3cret"))
                .append(SampleBuild.id("a").build());

        assertThatThrownBy(() ->
                        PostgresServer.store(url, Map.of("password", "wr0ng")).events())
                .isInstanceOf(SharedStoreException.class)
                .hasMessageContaining("does not let this user in")
                .hasMessageContaining("PGPASSWORD")
                .hasMessageNotContaining("wr0ng");
        assertThatThrownBy(() -> PostgresServer.store(url, Map.of()).events())
                .hasMessageContaining("does not let this user in");

        Path file = folder.resolve("pgpass");
        Files.writeString(file, "127.0.0.1:" + PostgresServer.port() + ":postgres:locked:s3cret\n");
        withProperty(
                "org.postgresql.pgpassfile",
                file.toString(),
                () -> assertThat(PostgresServer.store(url, Map.of())
                                .recent(BuildFilter.ALL, BuildOrder.BY_START, 9)
                                .recorded())
                        .isEqualTo(1));
        Path services = folder.resolve("services");
        Files.writeString(
                services,
                "[team]\nhost=127.0.0.1\nport=" + PostgresServer.port()
                        + "\ndbname=postgres\nuser=locked\npassword=s3cret\n");
        withProperty(
                "org.postgresql.pgservicefile",
                services.toString(),
                () -> assertThat(PostgresServer.store("postgresql:///?service=team&currentSchema=" + schema, Map.of())
                                .recent(BuildFilter.ALL, BuildOrder.BY_START, 9)
                                .recorded())
                        .isEqualTo(1));
    }

    @Test
    void serviceThatNoFileKnows_isSaid() {
        assertThatThrownBy(() -> PostgresServer.store("postgresql:///?service=no-such-team", Map.of())
                        .events())
                .hasMessage("postgresql:///?service=no-such-team cannot be used: its service stands in no service file"
                        + " (~/.pg_service.conf, or PGSERVICEFILE), or its port is none.");
    }

    private static void withProperty(String name, String value, Runnable action) {
        System.setProperty(name, value);
        try {
            action.run();
        } finally {
            System.clearProperty(name);
        }
    }

    private static HistoryEvent.Stamp stamp(String id) {
        return new HistoryEvent.Stamp(new BuildId(id), Instant.parse("2026-03-03T00:00:00Z"), null);
    }

    private static List<byte[]> lines(String... lines) {
        return List.of(lines).stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
