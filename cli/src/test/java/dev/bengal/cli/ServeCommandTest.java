package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.terminal.Surface;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServeCommandTest {
    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    /** What someone asks of a dashboard that is served meanwhile. */
    private interface Visit {
        void at(String address) throws Exception;
    }

    /** Serves until the visit is over, and tells the exit code. */
    private int serve(Visit visit, String... arguments) throws Exception {
        AtomicInteger exitCode = new AtomicInteger(-1);
        try (PipedReader out = new PipedReader();
                PipedWriter in = new PipedWriter(out)) {
            Surface surface =
                    new Surface(new PrintWriter(in, true), new PrintWriter(new StringWriter()), Map.of(), false);
            Thread command = new Thread(() -> exitCode.set(Bengal.run(surface, folder, arguments)));
            command.start();
            try {
                String address = new BufferedReader(out).readLine();
                assertThat(address).startsWith("http://127.0.0.1:");
                visit.at(address.replaceFirst("/(\\?.*)?$", ""));
            } finally {
                command.interrupt();
                command.join();
            }
        }
        return exitCode.get();
    }

    private HttpResponse<String> send(String method, String address, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void serve_showsTheHistoryAndEndsWhenItIsInterrupted() throws Exception {
        StepHistory.write(folder, 60, 40);
        int exitCode = serve(
                address -> {
                    assertThat(get(address + "/")).contains("<title>Bengal</title>");
                    assertThat(get(address + "/api/v1/projects")).contains("\"can_accept\":true", "\"docs\"");
                    assertThat(get(address + "/api/v1/changes")).contains("\"first_bad_build\" : \"b40\"");
                },
                "perf",
                "-C",
                ".",
                "serve");

        assertThat(exitCode).isZero();
    }

    @Test
    void change_isAcceptedInTheHistoryWithItsReason() throws Exception {
        StepHistory.write(folder, 60, 40);
        serve(
                address -> {
                    String accept = address + "/api/v1/accept?build=b40&metric=total_duration_ms&why=more+pages";
                    HttpResponse<String> answer = send("POST", accept, "Origin", address);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    assertThat(answer.body()).contains(StepHistory.commit(40));
                    // Pages see it at once, and none accepts it twice.
                    assertThat(get(address + "/api/v1/changes")).contains("\"accepted\" : true");
                    assertThat(send("POST", accept, "Origin", address).statusCode())
                            .isEqualTo(409);
                },
                "perf",
                "-C",
                ".",
                "serve");

        assertThat(new Records(folder).last())
                .contains("\"event\":\"accepted\"", StepHistory.commit(40), "more pages", "total_duration_ms");
        assertThat(new Terminal(folder).run("perf", "-C", ".", "changes").out()).contains("confirmed, accepted");
    }

    @Test
    void historyOfAFile_isOnlyShown() throws Exception {
        StepHistory.write(folder, 60, 40);
        serve(
                address -> {
                    assertThat(get(address + "/api/v1/projects")).contains("\"can_accept\":false");
                    assertThat(send("POST", address + "/api/v1/accept?build=b40&why=x", "Origin", address)
                                    .statusCode())
                            .isEqualTo(403);
                },
                "perf",
                "serve",
                "--history",
                ".bengal-metrics/history.jsonl");

        assertThat(new Records(folder).lines()).hasSize(60);
    }

    @Test
    void folders_areServedSideBySide() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        StepHistory.write(folder, 60, 40);
        new HandWritten(other).quiet().write();
        serve(
                address -> {
                    assertThat(get(address + "/api/v1/projects")).contains("\"docs\"", "\"p\"", "\"recorded\":70");
                    assertThat(get(address + "/api/v1/builds/id003")).contains("\"p\"");
                    send("POST", address + "/api/v1/accept?build=b40&why=x", "Origin", address);
                },
                "perf",
                "serve",
                ".",
                "other");

        assertThat(new Records(folder).lines()).hasSize(61);
        assertThat(new Records(other).lines()).hasSize(10);
    }

    private String refused(String... arguments) {
        Terminal.Run run = new Terminal(folder).run(arguments);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    @Test
    void folders_ofOneProjectAreRefused() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        StepHistory.write(folder, 3, 3);
        StepHistory.write(other, 3, 3);

        assertThat(refused("perf", "serve", ".", "other"))
                .containsPattern(
                        Pattern.compile("both hold builds of a project 'docs'.*\\[perf\\] of its bengal.toml"));
        assertThat(refused("perf", "serve", "missing")).contains("missing is no folder");
        assertThat(refused("perf", "serve", ".", "--history", "x.jsonl")).contains("leave out --history");
    }

    @Test
    void settings_thatCannotBeAreSentences() {
        assertThat(refused("perf", "serve", "--port", "70000")).contains("ports go from 0 to 65535");
        assertThat(refused("perf", "serve", "--bind", "0.0.0.0")).contains("needs a token");
        assertThat(refused("perf", "serve", "--token", "short")).contains("at least 16");
        // An address for documentation, which no machine has.
        assertThat(refused("perf", "serve", "--bind", "192.0.2.1", "--token", "0123456789abcdef"))
                .contains("--bind: '192.0.2.1' is no address of this machine.");
        assertThat(refused("perf", "serve", "--token", "with space in its text"))
                .contains("letters, digits, - and _");
    }
}
