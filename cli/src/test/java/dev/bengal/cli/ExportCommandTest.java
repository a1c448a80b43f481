package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bengal perf export} and {@code bengal perf extract}. */
class ExportCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;
    private HandWritten history;

    @BeforeEach
    void fill() {
        terminal = new Terminal(folder);
        history = new HandWritten(folder).quiet();
        history.write();
    }

    private String export(String... more) {
        String[] arguments = new String[more.length + 3];
        System.arraycopy(new String[] {"perf", "export", "--as"}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        Terminal.Run run = terminal.run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void csv_hasEveryBuildAndMetric() {
        assertThat(export("csv").lines()).hasSize(11).first().asString().endsWith("excluded,total_duration_ms");
        assertThat(export("csv", "-n", "2").lines()).hasSize(3);
    }

    @Test
    void hyperfine_hasTheWallTimesOfAScenario() {
        assertThat(export("hyperfine"))
                .contains(
                        "\"command\" : \"site full\"",
                        "\"times\" : [ 1, 1.005, 0.995, 1.01, 0.99, 1, 1.005, 0.995, 1.01, 0.99 ]",
                        "\"median\" : 1,");
    }

    @Test
    void bencher_hasTheNewestBuildOfAScenario() {
        assertThat(export("bencher").replaceAll("\\s", ""))
                .isEqualTo("{\"sitefull\":{\"total_duration_ms\":{\"value\":990}}}");
    }

    /** As bisect and backfill build them. */
    @Test
    void newestState_isThatOfTheNewestCommitAndNotOfTheLastBuild() {
        history.build(HandWritten.hash(0), 0, 4000, "")
                .with("\"timestamp\":\"2026-03-01T00", "\"timestamp\":\"2026-03-01T23")
                .write();

        assertThat(export("bencher").replaceAll("\\s", ""))
                .isEqualTo("{\"sitefull\":{\"total_duration_ms\":{\"value\":990}}}");
    }

    @Test
    void openMetrics_isInSeconds() {
        assertThat(export("openmetrics")).isEqualTo("""
                # TYPE bengal_total_duration_seconds gauge
                # UNIT bengal_total_duration_seconds seconds
                bengal_total_duration_seconds{project="p",scenario="site full",environment="desk"} 0.99
                # EOF
                """);
    }

    @Test
    void junit_hasACaseForEachBudget() throws IOException {
        Files.writeString(
                folder.resolve("bengal.toml"),
                "[perf.budgets]\ntotal_duration_ms = 500\nmemory_rss_mb = 10\ntime_per_page_ms = 7\n");

        assertThat(export("junit"))
                .contains(
                        "tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"2\"",
                        "classname=\"site full in desk\" name=\"total_duration_ms within 500 ms\"><failure message=\"990 ms,"
                                + " over the budget\"/>");
    }

    @Test
    void output_isWrittenWhole() throws IOException {
        assertThat(export("customSmallerIsBetter", "-o", "out.json")).isEmpty();

        assertThat(folder.resolve("out.json")).content().contains("\"value\" : 990", HandWritten.hash(9));
    }

    @Test
    void collector_isSentTheBuilds() throws IOException {
        ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            terminal.with("OTEL_EXPORTER_OTLP_HEADERS", "x-key=a%20b");

            assertThat(export("otlp", "--to", address)).isEqualTo("Sent 10 builds to " + address + ".\n");
        } finally {
            server.stop(0);
        }
        assertThat(received).hasSize(2);
        assertThat(received.poll())
                .startsWith("/v1/traces a b {\"resourceSpans\"")
                .contains("\"name\":\"site full\"");
        assertThat(received.poll()).startsWith("/v1/metrics a b {\"resourceMetrics\"");
    }

    @Test
    void wrongUsage_isRefused() {
        assertThat(terminal.run("perf", "export").err()).contains("--as");
        assertThat(terminal.run("perf", "export", "--as", "csv", "--to", "http://localhost:1")
                        .err())
                .contains("--to sends to a collector, which takes --as otlp");
        assertThat(terminal.run("perf", "export", "--as", "csv", "--branch", "gone")
                        .err())
                .contains("None of the 10 recorded builds is of that sort.");
    }

    @Test
    void extract_holdsTheNewestCommitAgainstTheLevel() {
        history.build(10, 1100).write();

        Terminal.Run run = terminal.run("perf", "extract");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("""
                {
                  "schema_version" : 1,
                  "baseline" : {
                    "rss_mb" : null,
                    "time_s" : 1,
                    "total_duration_ms" : 1000
                  },
                  "current" : {
                    "rss_mb" : null,
                    "time_s" : 1.1,
                    "total_duration_ms" : 1100
                  },
                  "change" : {
                    "rss_pct" : null,
                    "time_pct" : 10,
                    "total_duration_ms_pct" : 10
                  }
                }
                """);
    }

    @Test
    void extract_readsReports() throws IOException {
        String report =
                "{\"results\":[{\"command\":\"make\",\"mean\":%1$s,\"times\":[%1$s],\"memory_usage_byte\":[%2$s],\"exit_codes\":[0]}]}";
        Files.writeString(folder.resolve("old.json"), report.formatted("2.0", "1048576"));
        Files.writeString(folder.resolve("new.json"), report.formatted("3.0", "3145728"));

        Terminal.Run run = terminal.run(
                "perf", "extract", "new.json", "--baseline", "old.json", "--metric", "make#time", "-o", "metrics.json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("metrics.json")).replaceAll("\\s", ""))
                .isEqualTo("{\"schema_version\":1,\"baseline\":{\"rss_mb\":1,\"time_s\":2,\"make#time\":2000},"
                        + "\"current\":{\"rss_mb\":3,\"time_s\":3,\"make#time\":3000},"
                        + "\"change\":{\"rss_pct\":200,\"time_pct\":50,\"make#time_pct\":50}}");
    }

    @Test
    void extract_ofTwoRunsOverwritesNothing() throws IOException {
        Files.writeString(
                folder.resolve("make.json"), "{\"results\":[{\"command\":\"make\",\"mean\":2,\"times\":[2]}]}");
        Files.writeString(folder.resolve("mvn.log"), "[INFO] BUILD SUCCESS\n[INFO] Total time:  1.500 s\n");
        Files.writeString(folder.resolve("sizes.json"), "{\"jar\":{\"file-size\":{\"value\":7}}}");

        Terminal.Run twice = terminal.run("perf", "extract", "make.json", "mvn.log");
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.err())
                .isEqualTo("bengal: 'total_duration_ms' is told by " + folder.resolve("make.json")
                        + " (hyperfine) and by " + folder.resolve("mvn.log")
                        + " (maven); give reports of one run a side.\n");
        assertThat(terminal.run("perf", "extract", "make.json", "sizes.json").out())
                .contains("\"make#time\" : 2000", "\"jar#file-size\" : 7");
    }

    @Test
    void extract_saysWhatIsMissing() {
        assertThat(terminal.run("perf", "extract", "--baseline", "old.json").err())
                .contains("--baseline needs the reports");
        assertThat(terminal.run("perf", "extract", "--metric", "nothing").err()).contains("'nothing' was not measured");
        assertThat(terminal.run("perf", "extract", "--scenario", "gone").err())
                .contains("recorded builds is of the scenario 'gone'; there is '");
    }
}
