package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.bengal.journal.Journal;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DashboardServerTest {
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private HistoryAnswers answers;
    private DashboardServer server;

    private static ServerSettings loopback(@Nullable String token) {
        return new ServerSettings(InetAddress.getLoopbackAddress(), 0, token);
    }

    @BeforeEach
    void serve() throws IOException {
        JournalStore store = new JournalStore(new Journal(HostileHistory.write(folder)), "p");
        answers = new HistoryAnswers(store, new PlainJudgements(store));
        server = DashboardServer.start(loopback(null), answers);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends what no client would, and reads the status. */
    private String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write((text + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void answers_areAsTheDescriptionSays() throws Exception {
        JsonObject description = JsonParser.parseString(
                        send(request("/api/v1/openapi.json")).body())
                .getAsJsonObject();
        String metric = URLEncoder.encode("M" + HostileHistory.SCRIPT, StandardCharsets.UTF_8);
        Map<String, String> queries = Map.of(
                "/api/v1/selftest", "/api/v1/selftest",
                "/api/v1/projects", "/api/v1/projects",
                "/api/v1/builds", "/api/v1/builds?limit=7",
                "/api/v1/builds/{id}", "/api/v1/builds/b0007",
                "/api/v1/builds/{id}/stacks", "/api/v1/builds/b0007/stacks",
                "/api/v1/series", "/api/v1/series?metric=" + metric,
                "/api/v1/changes", "/api/v1/changes",
                "/api/v1/compare", "/api/v1/compare?base=b0010&candidate=b0050",
                "/api/v1/health", "/api/v1/health");
        int checked = 0;
        for (String path : description.getAsJsonObject("paths").keySet()) {
            if (queries.containsKey(path)) {
                HttpResponse<String> answer = send(request(queries.get(path)));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                JsonObject schema = description
                        .getAsJsonObject("paths")
                        .getAsJsonObject(path)
                        .getAsJsonObject("get")
                        .getAsJsonObject("responses")
                        .getAsJsonObject("200")
                        .getAsJsonObject("content")
                        .getAsJsonObject("application/json")
                        .getAsJsonObject("schema");
                new Shape(description).check(JsonParser.parseString(answer.body()), schema, path);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(queries.size());
        assertThat(send(request("/api/v1/series?metric=total_duration_ms")).body())
                .contains("\"builds\":60,\"level\":{");
        assertThat(send(request("/api/v1/changes")).body()).contains("\"first_bad_build\" : \"b0030\"");
    }

    @Test
    void series_isDividedByAnotherOneBeforeItIsThinned() {
        String whole = answers.series(new Question(Map.of("metric", "total_duration_ms", "per", "page_count")));
        String thin =
                answers.series(new Question(Map.of("metric", "total_duration_ms", "per", "page_count", "points", "8")));

        // 100 pages each; the fastest build took 1000 ms, the slowest, which is the newest too, 1328 ms.
        assertThat(values(whole)).hasSize(60).contains(10.0, 10.07, 13.28);
        assertThat(values(thin)).hasSizeLessThanOrEqualTo(8).startsWith(10.0).endsWith(13.28);
        assertThat(thin).contains("\"builds\":60").contains("\"level\":null");
        assertThat(answers.series(new Question(Map.of("metric", "total_duration_ms", "per", "nothing"))))
                .contains("\"series\":[]");
    }

    private static List<Double> values(String series) {
        return JsonParser.parseString(series)
                .getAsJsonObject()
                .getAsJsonArray("series")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("value")
                .asList()
                .stream()
                .map(value -> value.getAsDouble())
                .toList();
    }

    @Test
    void series_ofAPhaseIsFoundWithoutItsBeginning() throws Exception {
        String name = URLEncoder.encode("F" + HostileHistory.SCRIPT + ".duration_ms", StandardCharsets.UTF_8);

        String found = send(request("/api/v1/series?metric=" + name)).body();

        assertThat(found)
                .isEqualTo(send(request("/api/v1/series?metric=phase." + name)).body())
                .contains("\"builds\":60");
        assertThat(send(request("/api/v1/changes?metric=" + name)).statusCode()).isEqualTo(200);
        assertThat(send(request("/api/v1/series?metric=nothing.duration_ms")).body())
                .contains("\"metric\":\"nothing.duration_ms\"");
    }

    @Test
    void answers_areRememberedForTheirOwnQuestionAlone() throws Exception {
        String project = URLEncoder.encode("P" + HostileHistory.SCRIPT, StandardCharsets.UTF_8);
        String scenario = URLEncoder.encode("S" + HostileHistory.SCRIPT, StandardCharsets.UTF_8);
        String question = "/api/v1/series?metric=total_duration_ms&project=" + project;

        // Written down without care, both are the same.
        assertThat(send(request(question + URLEncoder.encode(", scenario=", StandardCharsets.UTF_8) + scenario))
                        .body())
                .contains("\"series\":[]");
        assertThat(send(request(question + "&scenario=" + scenario)).body()).contains("\"builds\":60");
    }

    @Test
    void answers_carryATagThatSavesTheNextOne() throws Exception {
        HttpResponse<String> first = send(request("/api/v1/builds"));
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = send(request("/api/v1/builds").header("If-None-Match", tag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(send(request("/api/v1/builds?limit=3").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void head_isAnsweredAsGetWithoutTheBody() throws Exception {
        List<String> paths = Stream.concat(
                        JsonParser.parseString(
                                        send(request("/api/v1/openapi.json")).body())
                                .getAsJsonObject()
                                .getAsJsonObject("paths")
                                .keySet()
                                .stream()
                                .filter(path -> !path.equals(Gatekeeper.ACCEPT)),
                        Stream.of(
                                "/",
                                "/elsewhere",
                                Gatekeeper.ACCEPT,
                                "/api/v1/openapi.json",
                                "/badge/p/m",
                                "/api/v1/builds?limit=0",
                                "/api/v1/builds/b0007"))
                .toList();
        for (String path : paths) {
            String place = path.replaceAll("[{}]", "");
            HttpResponse<InputStream> get = ask("GET", place);
            get.body().close();
            HttpResponse<InputStream> head = ask("HEAD", place);
            assertThat(head.statusCode()).as(place).isEqualTo(get.statusCode());
            assertThat(head.headers().map().keySet())
                    .as(place)
                    .isEqualTo(get.headers().map().keySet());
            if (!path.endsWith("selftest")) { // Its answer may be there since the question before.
                assertThat(undated(head)).as(place).isEqualTo(undated(get));
            }
            assertThat(head.body()).as(place).isEmpty();
        }
    }

    /** Of two answers one may be of the next second. */
    private static Map<String, List<String>> undated(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    private HttpResponse<InputStream> ask(String method, String path) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    @Test
    void mistakes_areSentences() throws Exception {
        assertThat(send(request("/api/v1/builds?limit=0")).body())
                .contains("'limit' is no whole number from 1 to 1000");
        assertThat(send(request("/api/v1/builds?limt=5")).statusCode()).isEqualTo(400);
        assertThat(send(request("/api/v1/builds?before=x")).statusCode()).isEqualTo(400);
        assertThat(send(request("/api/v1/series")).body()).contains("'metric' is missing");
        assertThat(send(request("/api/v1/builds/nothing")).statusCode()).isEqualTo(404);
        assertThat(send(request("/api/v1/builds/nothing")).body()).contains("No build of that id is recorded.");
        assertThat(send(request("/api/v1/compare?base=nothing&candidate=b0001")).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/elsewhere")).body()).contains("There is nothing at this address");
    }

    @Test
    void pages_comeWithAStrictPolicy() throws Exception {
        HttpResponse<String> page = send(request("/"));
        assertThat(page.statusCode()).isEqualTo(200);
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).startsWith("default-src 'none'; script-src 'sha256-").doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void otherSites_getNoAnswer() throws Exception {
        String local = "Host: 127.0.0.1:" + server.port() + "\r\n";
        assertThat(raw("GET / HTTP/1.1\r\n" + local)).contains("200");
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\n")).contains("403");
        assertThat(raw("GET /api/v1/builds HTTP/1.1\r\n" + local + "Origin: http://evil.example\r\n"))
                .contains("403");
        assertThat(raw("GET /api/v1/builds HTTP/1.1\r\n" + local + "Sec-Fetch-Site: cross-site\r\n"))
                .contains("403");
    }

    @Test
    void nothing_canBeChangedOrSent() throws Exception {
        assertThat(send(request("/api/v1/builds").DELETE()).statusCode()).isEqualTo(405);
        assertThat(send(request("/api/v1/builds").POST(HttpRequest.BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(405);
        assertThat(raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nContent-Length: 5\r\n"))
                .contains("413");
    }

    @Test
    void tooMany_areTurnedAway() throws Exception {
        int status = 200;
        for (int i = 0; i < 2000 && status != 429; i++) {
            status = send(request("/api/v1/openapi.json")).statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    @Timeout(60)
    void newBuilds_areTold() throws Exception {
        HttpResponse<Stream<String>> events = client.send(
                request("/api/v1/events").header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofLines());
        assertThat(send(request("/api/v1/builds?limit=1")).body()).contains("b0059");
        Files.writeString(
                folder.resolve("history.jsonl"),
                HostileHistory.line(59).replace("b0059", "b0060"),
                StandardOpenOption.APPEND);
        assertThat(events.body().filter(line -> line.equals("event: builds")).findFirst())
                .isPresent();
        assertThat(send(request("/api/v1/builds?limit=1")).body()).contains("b0060");
    }

    @Test
    void whatIsAddedToTheHistory_isInTheVeryNextAnswer() throws Exception {
        JournalStore store = new JournalStore(new Journal(folder.resolve("history.jsonl")), "p");
        assertThat(send(request("/api/v1/builds?limit=1")).body()).contains("b0059");
        Files.writeString(
                folder.resolve("history.jsonl"),
                HostileHistory.line(59).replace("b0059", "b0060"),
                StandardOpenOption.APPEND);
        assertThat(send(request("/api/v1/builds?limit=1")).body()).contains("b0060");
        assertThat(send(request("/api/v1/health")).body()).contains("\"recorded\":61");

        BuildMetrics known = store.recent(BuildFilter.ALL.id("b0045"), BuildOrder.BY_START, 1)
                .builds()
                .get(0)
                .build();
        HistoryEvent.Stamp stamp =
                new HistoryEvent.Stamp(new BuildId("x1"), Instant.parse("2026-03-04T12:00:00Z"), "me");
        assertThat(send(request("/api/v1/series?metric=total_duration_ms")).body())
                .contains("\"b0058\"");
        store.append(new HistoryEvent.Excluded(stamp, new BuildId("b0058"), "noise"));
        assertThat(send(request("/api/v1/series?metric=total_duration_ms")).body())
                .doesNotContain("\"b0058\"");
        assertThat(send(request("/api/v1/builds/b0058")).body()).contains("\"excluded\":\"noise\"");

        assertThat(send(request("/api/v1/series?metric=total_duration_ms")).body())
                .contains("\"since_build\":\"b0040\"");
        store.append(new HistoryEvent.Accepted(
                new HistoryEvent.Stamp(new BuildId("x2"), stamp.time(), "me"),
                known.identity().project(),
                Objects.requireNonNull(known.commit(), "commit").hash(),
                null,
                null,
                "fine"));
        assertThat(send(request("/api/v1/series?metric=total_duration_ms")).body())
                .contains("\"since_build\":\"b0045\"");
    }

    @Test
    @Timeout(60)
    void selfTest_isNotWaitedForAndToldOf() throws Exception {
        HttpResponse<Stream<String>> events = client.send(
                request("/api/v1/events").header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofLines());
        assertThat(send(request("/api/v1/selftest")).body())
                .contains("\"computing\":true,\"computed\":null,\"metrics\":[]");
        assertThat(events.body().filter(line -> line.equals("event: selftest")).findFirst())
                .isPresent();
        assertThat(send(request("/api/v1/selftest")).body())
                .contains("\"computing\":false,\"computed\":\"2", "\"metric\":\"total_duration_ms\"");
    }

    @Test
    void token_isWantedOfEveryone() throws Exception {
        server.close();
        server = DashboardServer.start(loopback(TOKEN), answers);
        assertThat(send(request("/api/v1/builds")).statusCode()).isEqualTo(401);
        assertThat(send(request("/?token=wrong-wrong-wrong")).statusCode()).isEqualTo(401);
        assertThat(send(request("/api/v1/builds?token=" + TOKEN)).statusCode()).isEqualTo(401);
        assertThat(send(request("/api/v1/builds").header("Authorization", "Bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(URI.create(server.address())).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly; SameSite=Strict");
    }

    @Test
    void settings_wantATokenWhereOthersReach() throws Exception {
        InetAddress all = InetAddress.getByName("0.0.0.0");
        assertThatThrownBy(() -> new ServerSettings(all, 0, null)).hasMessageContaining("needs a token");
        assertThatThrownBy(() -> new ServerSettings(all, 0, "short"))
                .hasMessageContaining("has 5 characters; at least 16");
        assertThatThrownBy(() -> new ServerSettings(all, 0, "s")).hasMessageContaining("has 1 character;");
    }

    @Test
    void badge_showsTheNewestValueAndNoMarkup() throws Exception {
        String metric = URLEncoder.encode("M" + HostileHistory.SCRIPT, StandardCharsets.UTF_8)
                .replace("+", "%20");
        String project = URLEncoder.encode("P" + HostileHistory.SCRIPT, StandardCharsets.UTF_8)
                .replace("+", "%20");

        assertThat(Badge.of("<img>\uFFFF".repeat(30), List.of()))
                .doesNotContain("<img", "\uFFFF")
                .contains("not measured");
        assertThat(send(request("/badge/" + project + "/" + metric + ".svg")).body())
                .doesNotContain("<img", "<script");
        assertThat(send(request("/badge/" + project + "/total_duration_ms.svg")).body())
                .contains("total_duration_ms: 1.33s (2026-03-01, 00000000)");
        assertThat(send(request("/badge/nobody/total_duration_ms.svg")).body()).contains("not measured");
    }

    @Test
    void badge_isOfOneBranchWhereThatIsAsked() throws Exception {
        Files.writeString(
                folder.resolve("history.jsonl"),
                HostileHistory.line(60)
                        .replace("\"git_branch\":\"B" + HostileHistory.SCRIPT, "\"git_branch\":\"feature")
                        .replaceFirst("\"total_duration_ms\":[0-9.]+", "\"total_duration_ms\":9000"),
                StandardOpenOption.APPEND);
        String badge = "/badge/"
                + URLEncoder.encode("P" + HostileHistory.SCRIPT, StandardCharsets.UTF_8)
                        .replace("+", "%20") + "/total_duration_ms.svg";

        assertThat(send(request(badge + "?branch=feature")).body()).contains("total_duration_ms: 9.00s");
        assertThat(send(request(badge + "?branch="
                                + URLEncoder.encode("B" + HostileHistory.SCRIPT, StandardCharsets.UTF_8)))
                        .body())
                .contains("total_duration_ms: 1.33s");
        assertThat(send(request(badge + "?brunch=main")).statusCode()).isEqualTo(400);
        assertThat(send(request(badge + "&branch=x.svg")).body()).contains("branch=x: not measured");
        assertThat(send(request(badge + "?branch=x.svg")).body())
                .as("not the picture of the crafted path")
                .contains("\"total_duration_ms: not measured\"");
    }

    /** Serves a history in which what is accepted is noted. */
    private List<String> serveAccepting(@Nullable String token) {
        server.close();
        List<String> accepted = new CopyOnWriteArrayList<>();
        JournalStore store = new JournalStore(new Journal(folder.resolve("history.jsonl")), "p");
        PlainJudgements judgements = new PlainJudgements(
                store,
                Optional.of((project, commit, scenario, metric, why) ->
                        accepted.add(commit.substring(36) + " " + metric + " " + (scenario != null) + " " + why)));
        server = DashboardServer.start(loopback(token), new HistoryAnswers(store, judgements));
        return accepted;
    }

    private int accept(String query, String... headers) throws Exception {
        HttpRequest.Builder request = request("/api/v1/accept?" + query).POST(HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request).statusCode();
    }

    private String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    @Test
    void acceptance_isTakenFromThisServersPagesOnly() throws Exception {
        List<String> accepted = serveAccepting(null);
        String change = "build=b0030&metric=total_duration_ms&why=ok";

        assertThat(accept(change)).isEqualTo(403);
        assertThat(accept(change, "Origin", "http://evil.example")).isEqualTo(403);
        assertThat(accept(change, "Origin", "null")).isEqualTo(403);
        assertThat(accept(change, "Origin", origin(), "Sec-Fetch-Site", "cross-site"))
                .isEqualTo(403);
        assertThat(raw("POST /api/v1/accept?" + change + " HTTP/1.1\r\nHost: evil.example\r\n"
                        + "Origin: http://evil.example\r\nContent-Length: 0\r\n"))
                .contains("403");
        assertThat(send(request("/api/v1/accept?" + change)).statusCode()).isEqualTo(404);
        assertThat(accepted).isEmpty();

        assertThat(accept(change, "Origin", origin())).isEqualTo(200);
        assertThat(accept("build=b0030&why=all", "Origin", origin())).isEqualTo(200);
        assertThat(accepted).containsExactly("0030 total_duration_ms true ok", "0030 null false all");
    }

    @Test
    void acceptance_wantsTheTokenToo() throws Exception {
        List<String> accepted = serveAccepting(TOKEN);
        String change = "build=b0030&metric=total_duration_ms&why=ok";

        assertThat(accept(change, "Origin", origin())).isEqualTo(401);
        assertThat(accepted).isEmpty();
        assertThat(accept(change, "Origin", origin(), "Authorization", "Bearer " + TOKEN))
                .isEqualTo(200);
    }

    @Test
    void acceptance_isOfAChangeThatIsThereAndWithAReason() throws Exception {
        List<String> accepted = serveAccepting(null);

        assertThat(accept("build=b0029&why=ok", "Origin", origin())).isEqualTo(404);
        assertThat(accept("build=b0030&metric=cpu_ms&why=ok", "Origin", origin()))
                .isEqualTo(404);
        assertThat(accept("build=b0030", "Origin", origin())).isEqualTo(400);
        assertThat(accept("build=b0030&why=++", "Origin", origin())).isEqualTo(400);
        assertThat(accept("build=b0030&why=" + "x".repeat(501), "Origin", origin()))
                .isEqualTo(400);
        assertThat(accept("build=b0030&why=ok&more=1", "Origin", origin())).isEqualTo(400);
        assertThat(accepted).isEmpty();
    }

    @Test
    void historyThatIsOnlyShown_acceptsNothing() throws Exception {
        assertThat(accept("build=b0030&why=ok", "Origin", origin())).isEqualTo(403);
        assertThat(send(request("/api/v1/projects")).body()).contains("\"can_accept\":false");
    }

    @Test
    void stacks_areAnsweredAsTheFlameGraphDrawsThem() throws Exception {
        server.close();
        JournalStore store = new JournalStore(new Journal(folder.resolve("history.jsonl")), "p");
        server = DashboardServer.start(
                loopback(null), new HistoryAnswers(store, new PlainJudgements(store), HostileHistory.stacks()));

        assertThat(send(request("/api/v1/builds/b0059/stacks")).body())
                .contains("\"tree\":[0,400,[[1,400", "\"kinds\":");
        assertThat(send(request("/api/v1/builds/b0058/stacks")).body()).contains("\"stacks\":null");
        assertThat(send(request("/api/v1/builds/nothing/stacks")).statusCode()).isEqualTo(404);
    }
}
