package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Two machines and a server. */
class SharedHistoryTest {
    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    private Terminal one;
    private Terminal other;
    private String url;

    /** Whoever is called {@code locked} needs a password, and everyone else none. */
    @BeforeAll
    static void startServer(@TempDir Path settings) throws Exception {
        Path access = Files.writeString(
                settings.resolve("pg_hba.conf"),
                "host all locked 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\nlocal all all trust\n");
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("hba_file", access.toString())
                .start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE locked SUPERUSER LOGIN PASSWORD 's3cret'");
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void open(TestInfo test) throws Exception {
        String database = "db_" + test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        url = "postgresql://postgres@127.0.0.1:" + server.getPort() + "/" + database;
        one = machine("one");
        other = machine("other");
    }

    /** A checkout of the same project. */
    private Terminal machine(String name) {
        Path checkout = folder.resolve(name);
        SampleSite.in(checkout).put("bengal.toml", "[perf]\nproject = \"docs\"\n");
        return new Terminal(checkout);
    }

    private void configure(String machine, String store) {
        new SampleSite(folder.resolve(machine))
                .put("bengal.toml", "[perf]\nproject = \"docs\"\nstore = \"" + store + "\"\n");
    }

    @Test
    void build_isSeenByTheOtherMachineAndComparedWithIt() {
        one.with("BENGAL_STORE", url);
        configure("other", url);

        assertThat(one.run("build").err()).doesNotContain("warning");
        Terminal.Run second = other.run("build");

        assertThat(second.exitCode()).isZero();
        assertThat(other.run("perf").out()).contains("of 2 comparable builds");
        assertThat(one.run("perf").out()).contains("of 2 comparable builds");
        assertThat(one.run("perf", "show", "previous").exitCode()).isZero();
        // What lies in a file is asked of the file alone.
        assertThat(one.run("perf", "--history", ".bengal-metrics/history.jsonl").out())
                .contains("No trend");
    }

    @Test
    void prune_deliversFirstAndSaysThatOthersLoseItToo() throws IOException {
        for (int i = 0; i < 3; i++) {
            one.run("build", "--full");
        }
        one.with("BENGAL_STORE", url.replace(":" + server.getPort(), ":1"));
        Path archive = folder.resolve("one/.bengal-metrics/archive");

        Terminal.Run cut = one.run("perf", "prune", "--keep", "1", "--days", "0");
        assertThat(cut.exitCode()).isEqualTo(2);
        assertThat(cut.err()).contains("cannot be reached");
        assertThat(archive).doesNotExist();

        one.with("BENGAL_STORE", url);
        other.with("BENGAL_STORE", url);
        one.run("build", "--full");
        assertThat(one.run("perf", "prune", "--keep", "1", "--days", "0").out())
                .contains("Moved 2 builds", "They leave postgresql://127.0.0.1", "for everyone");
        assertThat(archive).isNotEmptyDirectory();
        assertThat(other.run("perf", "--format", "csv").out().lines()).hasSize(3);
    }

    @Test
    void prune_movesNothingThatMayNotHaveBeenDelivered() throws Exception {
        for (int i = 0; i < 3; i++) {
            one.run("build", "--full");
        }
        one.with("BENGAL_STORE", url);
        other.with("BENGAL_STORE", url).run("build");
        Path metrics = folder.resolve("one/.bengal-metrics");
        // While it is delivered, the history is replaced, as by another prune.
        trigger(
                "bengal_known",
                "COPY (SELECT 1) TO PROGRAM 'cat >/dev/null; cd " + metrics
                        + " && cp history.jsonl anew && mv anew history.jsonl'");

        Terminal.Run run = one.run("perf", "prune", "--keep", "1", "--days", "0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("does not have all that is recorded here", "bengal perf sync");
        assertThat(metrics.resolve("archive")).doesNotExist();
    }

    @Test
    void prune_saysThatOthersLoseTheBuildsOnlyWhereTheyDo() throws Exception {
        one.with("BENGAL_STORE", url);
        other.with("BENGAL_STORE", url);
        for (int i = 0; i < 3; i++) {
            one.run("build", "--full");
        }
        trigger("bengal_event", "RAISE EXCEPTION 'no room'");

        Terminal.Run run = one.run("perf", "prune", "--keep", "1", "--days", "0");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Moved 1 build").doesNotContain("They leave");
        assertThat(run.err()).contains("no room", "stay there until 'bengal perf sync' reaches it");
        assertThat(other.run("perf", "--format", "csv").out().lines()).hasSize(4);
        execute("DROP TRIGGER planted ON bengal_event");
        one.run("perf", "sync");
        assertThat(other.run("perf", "--format", "csv").out().lines()).hasSize(3);
    }

    private void trigger(String table, String act) throws SQLException {
        execute("CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + act
                + "; RETURN NULL; END $$");
        execute("CREATE TRIGGER planted BEFORE INSERT ON " + table + " FOR EACH STATEMENT EXECUTE FUNCTION planted()");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:" + url.replace("postgres@", "") + "?user=postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void projectsThatShareADatabase_areKeptApart() {
        one.with("BENGAL_STORE", url);
        new SampleSite(folder.resolve("other")).put("bengal.toml", "[perf]\nproject = \"shop\"\n");
        other.with("BENGAL_STORE", url);
        one.run("build");
        other.run("build", "--full");
        other.run("build", "--full");

        assertThat(one.run("perf").out()).contains("No trend");
        assertThat(one.run("perf", "show", "latest").out()).contains("docs").doesNotContain("shop");
        assertThat(other.run("perf").out()).contains("of 2 comparable builds");
        assertThat(one.run("perf", "--scenario", "mvn verify").out()).contains("None of the 1 recorded builds");
        Terminal third = machine("third").with("BENGAL_STORE", url);
        new SampleSite(folder.resolve("third")).put("bengal.toml", "[perf]\nproject = \"new\"\n");
        assertThat(third.run("perf").out()).contains("No builds are recorded in");
    }

    @Test
    void import_bringsWhatIsPendingToTheOtherMachine() throws IOException {
        for (String machine : List.of("one", "other")) {
            new SampleSite(folder.resolve(machine)).put("bengal.toml", "[perf]\nproject = \"p\"\n");
        }
        new HandWritten(folder.resolve("one")).quiet().write();
        Files.writeString(folder.resolve("bench.txt"), "goos: linux\nBenchmarkParse-8 100 1052 ns/op\n");
        one.with("BENGAL_STORE", url);
        other.with("BENGAL_STORE", url);

        Terminal.Run run = one.run("perf", "import", "../bench.txt");

        assertThat(run.err()).doesNotContain("warning");
        assertThat(run.out()).contains("1 build brought in");
        assertThat(other.run("perf", "-n", "all", "--format", "json").out())
                .contains("\"build_id\":\"id009\"", "\"scenario\":\"go\"");
        assertThat(one.run("perf", "sync").out()).contains(" has everything that is recorded here.");
    }

    @Test
    void alert_isToldByOneOfTheMachinesThatShareAHistory() throws IOException {
        Path heard = folder.resolve("heard");
        StepHistory.write(folder.resolve("one"), 30, 20);
        for (String machine : List.of("one", "other")) {
            Files.writeString(
                    folder.resolve(machine).resolve("bengal.toml"),
                    "[perf]\nproject = \"docs\"\nstore = \"" + url + "\"\n[perf.alerts.siren]\ntype = \"command\"\n"
                            + "command = [\"sh\", \"-c\", \"cat >> " + heard + "\"]\n");
        }
        assertThat(one.run("perf", "sync").exitCode()).isZero();

        assertThat(other.run("perf", "alerts", "--send").out()).contains("siren was told");
        assertThat(one.run("perf", "alerts", "--send").out()).isEqualTo("Everyone knows everything.\n");
        assertThat(Files.readAllLines(heard)).hasSize(1);
    }

    @Test
    void serverOutOfReach_costsTheBuildAWarningAndSyncDeliversIt() {
        one.with("BENGAL_STORE", "postgresql://postgres@127.0.0.1:1/nowhere");
        Terminal.Run built = one.run("build");

        assertThat(built.exitCode()).isZero();
        assertThat(built.err().lines().filter(line -> line.startsWith("warning: ")))
                .singleElement()
                .asString()
                .contains("postgresql://127.0.0.1:1/nowhere cannot be reached (Connection refused", "is kept");
        Terminal.Run asked = one.run("perf");
        assertThat(asked.exitCode()).isZero();
        assertThat(asked.out()).contains("site full");
        assertThat(asked.err()).contains("the history of this machine has to do");
        Terminal.Run refused = one.run("perf", "sync");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .startsWith("bengal: postgresql://127.0.0.1:1/nowhere cannot be reached");

        one.with("BENGAL_STORE", url);
        assertThat(one.run("perf", "sync").out()).contains("1 build was new to " + url.replace("postgres@", ""));
        assertThat(one.run("perf", "sync").out()).contains("has everything that is recorded here");
        assertThat(one.run("perf", "sync").exitCode()).isZero();
    }

    /** The server of this test speaks no TLS. */
    @Test
    void tlsThatTheServerHasNot_costsTheBuildAWarningAndNothingIsLost() throws IOException {
        one.with("BENGAL_STORE", url + "?sslmode=require").with("PGPASSWORD", "s3cret");
        Terminal.Run built = one.run("build");
        Terminal.Run asked = one.run("perf");
        Terminal.Run synced = one.run("perf", "sync");

        assertThat(built.exitCode()).isZero();
        assertThat(built.err().lines().filter(line -> line.startsWith("warning: ")))
                .singleElement()
                .asString()
                .contains("cannot be reached (The server does not support SSL.", "is kept");
        assertThat(asked.exitCode()).isZero();
        assertThat(asked.out()).contains("site full");
        assertThat(synced.exitCode()).isEqualTo(2);
        assertThat(synced.err()).startsWith("bengal: postgresql://127.0.0.1:" + server.getPort() + "/");
        assertThat(Files.readString(new SampleSite(folder.resolve("one")).history()))
                .contains("\"scenario\":\"site full\"")
                .doesNotContain("s3cret");
        for (Terminal.Run run : List.of(built, asked, synced, one.run("config"))) {
            assertThat(run.out() + run.err()).doesNotContain("s3cret").doesNotContain("\tat ");
        }

        one.with("BENGAL_STORE", url);
        assertThat(one.run("perf", "sync").out()).contains("1 build was new to " + url.replace("postgres@", ""));
    }

    @Test
    void userAndPassword_comeFromTheVariablesOfTheServersOwnPrograms() {
        String anybody = url.replace("postgres@", "");
        one.with("BENGAL_STORE", anybody).with("PGUSER", "locked").with("PGPASSWORD", "wr0ng");
        Terminal.Run refused = one.run("build");

        assertThat(refused.exitCode()).isZero();
        assertThat(refused.err()).contains("does not let this user in").doesNotContain("wr0ng");

        one.with("PGPASSWORD", "s3cret");
        assertThat(one.run("perf", "sync").out()).contains("1 build was new to " + anybody);
    }

    /** The driver reads these variables itself. */
    @Test
    void passwordAndServer_comeFromTheFilesOfTheServersOwnPrograms() throws Exception {
        String locked = url.replace("postgres@", "locked@");
        Path passwords = Files.writeString(folder.resolve("pgpass"), "127.0.0.1:*:*:locked:s3cret\n");
        Path services = Files.writeString(
                folder.resolve("services"),
                "[team]\nhost=127.0.0.1\nport=" + server.getPort() + "\ndbname="
                        + url.substring(url.lastIndexOf('/') + 1) + "\nuser=locked\npassword=s3cret\n");
        new HandWritten(folder.resolve("one")).quiet().write();
        BengalProcess refused = sync(Map.of("BENGAL_STORE", locked));
        BengalProcess byFile = sync(Map.of("BENGAL_STORE", locked, "PGPASSFILE", passwords.toString()));
        BengalProcess byService = sync(
                Map.of("BENGAL_STORE", "postgresql:///", "PGSERVICE", "team", "PGSERVICEFILE", services.toString()));

        assertThat(refused.err()).contains("does not let this user in");
        assertThat(byFile.out()).asString().contains("builds were new to");
        assertThat(byService.out()).asString().contains("has everything that is recorded here");
    }

    private BengalProcess sync(Map<String, String> variables) throws Exception {
        BengalProcess sync = BengalProcess.start(folder.resolve("one"), variables, List.of("perf", "sync"));
        sync.exitCode();
        return sync;
    }

    @Test
    void databaseMadeAnew_getsAllByASyncOfAll() throws Exception {
        one.with("BENGAL_STORE", url);
        one.run("build");
        execute("DROP SCHEMA public CASCADE");
        execute("CREATE SCHEMA public");

        assertThat(one.run("perf", "sync").out()).contains("has everything");
        assertThat(one.run("perf", "sync", "--all").out()).contains("1 build was new to");
        assertThat(one.run("perf").out()).contains("site full");
    }

    @Test
    void ci_takesTheStoreFromTheEnvironmentAlone() {
        configure("one", url);
        one.with("CI", "true");
        Terminal.Run built = one.run("build");

        assertThat(built.exitCode()).isZero();
        assertThat(built.err()).contains("note: in CI the shared history is taken from BENGAL_STORE alone");
        assertThat(one.run("perf", "sync").exitCode()).isEqualTo(2);
        one.with("BENGAL_STORE", url);
        assertThat(one.run("perf", "sync").out()).contains("1 build was new to");
    }

    /** Jenkins, Azure and TeamCity set no {@code CI}. */
    @Test
    void ci_isKnownByTheVariablesOfItsServiceToo() {
        configure("one", url);
        one.with("JENKINS_URL", "https://ci.example.org/");

        assertThat(one.run("build").err()).contains("in CI the shared history is taken from BENGAL_STORE alone");
        assertThat(one.run("perf", "sync").exitCode()).isEqualTo(2);
    }

    @Test
    void addressWithAPassword_isRefusedNeverShownAndNoReasonToLoseABuild() throws IOException {
        configure("one", url.replace("postgres@", "postgres:s3cret@"));
        Terminal.Run built = one.run("build");
        Terminal.Run asked = one.run("perf");
        Terminal.Run configuration = one.run("config");

        assertThat(built.exitCode()).isZero();
        assertThat(built.err()).contains("warning: The address of the shared history holds a password");
        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.err()).contains("PGPASSWORD");
        assertThat(configuration.out()).contains("perf.store = (not an address that can be used)");
        assertThat(built.err() + built.out() + asked.err() + asked.out() + configuration.out() + configuration.err())
                .doesNotContain("s3cret");
        assertThat(Files.readString(new SampleSite(folder.resolve("one")).history()))
                .doesNotContain("s3cret");
    }

    @Test
    void sync_withoutASharedHistorySaysHowToNameOne() {
        Terminal.Run run = one.run("perf", "sync");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("No shared history is set up", "BENGAL_STORE");
    }
}
