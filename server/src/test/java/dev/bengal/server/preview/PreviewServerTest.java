package dev.bengal.server.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.server.preview.Wire.Answered;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PreviewServerTest {
    private static final String PAGE = "<!doctype html><html><body><h1>Häuser</h1></BODY></html>";

    @TempDir
    private Path folder;

    private Path output;
    private PreviewServer server;
    private Wire wire;

    @BeforeEach
    void serve() throws IOException {
        output = folder.resolve("public");
        put("index.html", PAGE);
        put("guide/index.html", PAGE);
        put("guide/picture.png", "not really");
        put("assets/site.css", "body{}");
        put("404.html", "<p>Nothing here</p>");
        server = PreviewServer.start(0, site(""));
        wire = new Wire(server.port());
        server.show(site(""));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Publication site(String base) {
        return new Publication(output, base);
    }

    private void put(String file, String text) throws IOException {
        Path path = output.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String build(Answered page) {
        return page.body().replaceFirst("(?s).*data-build=\"([^\"]*)\".*", "$1");
    }

    @Test
    void pages_getTheScriptAtTheirEndAndFilesStayAsTheyAre() throws Exception {
        Answered page = wire.get("/guide/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.body())
                .matches(
                        "(?s)<!doctype html><html><body><h1>Häuser</h1>"
                                + "<script src=\"/.bengal/live.js\" data-build=\"[0-9a-f]{8}-1\" defer></script></BODY></html>");
        assertThat(output.resolve("guide/index.html")).content().isEqualTo(PAGE);
        assertThat(wire.get("/assets/site.css").body()).isEqualTo("body{}");
        assertThat(wire.get("/assets/site.css").header("content-type")).isEqualTo("text/css; charset=utf-8");
        assertThat(wire.get("/guide/picture.png").header("content-type")).isEqualTo("image/png");
    }

    @Test
    void script_isServed() throws Exception {
        Answered script = wire.get("/.bengal/live.js");

        assertThat(script.header("content-type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(script.body()).contains("EventSource(\"/.bengal/events\")");
    }

    @Test
    void folder_isNeverListedAndLeadsToItsPage() throws Exception {
        Answered folderWithoutSlash = wire.get("/guide?q=1");
        assertThat(folderWithoutSlash.status()).isEqualTo(302);
        assertThat(folderWithoutSlash.header("location")).isEqualTo("/guide/?q=1");

        Answered withoutPage = wire.get("/assets/");
        assertThat(withoutPage.status()).isEqualTo(404);
        assertThat(withoutPage.body()).doesNotContain("site.css");
    }

    @Test
    void unknownAddress_showsTheSitesOwnPageWithTheScript() throws Exception {
        Answered missing = wire.get("/nowhere/");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).startsWith("<p>Nothing here</p><script").contains("data-build");

        Files.delete(output.resolve("404.html"));
        Answered without = wire.get("/<b>/");
        assertThat(without.status()).isBetween(400, 404);
        assertThat(wire.get("/nowhere/").body()).contains("There is no page here", "data-build");
    }

    @Test
    void nothingOutsideOfTheOutput_isServed() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(output.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(output.resolve("up"), folder);
        put(".bengal-new/half.html", "half a pa");

        for (String path : List.of(
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/guide/../../secret.txt",
                "/guide/..%2f..%2fsecret.txt",
                "/..%5csecret.txt",
                "/link.txt",
                "/up/secret.txt",
                "//secret.txt",
                "/guide//index.html",
                "/.bengal-new/half.html",
                "/index.html%00.png",
                "/%zz",
                "/" + folder + "/secret.txt")) {
            Answered answer = wire.get(path);
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("secret\n", "half a pa");
            assertThat(answer.body().endsWith("secret")).as(path).isFalse();
        }
    }

    @Test
    void names_areDecoded() throws Exception {
        put("a b/ü+.txt", "found");

        assertThat(wire.get("/a%20b/%C3%BC+.txt").body()).isEqualTo("found");
        put("a b/index.html", PAGE);
        assertThat(wire.get("/a%20b").header("location")).isEqualTo("/a%20b/");
    }

    @Test
    void siteBelowAPath_isServedThere() throws Exception {
        server.show(site("/docs"));

        assertThat(server.address()).endsWith("/docs/");
        assertThat(wire.get("/").header("location")).isEqualTo("/docs/");
        assertThat(wire.get("/docs").header("location")).isEqualTo("/docs/");
        assertThat(wire.get("/docs/guide/").status()).isEqualTo(200);
        assertThat(wire.get("/docs/guide").header("location")).isEqualTo("/docs/guide/");
        assertThat(wire.get("/guide/").status()).isEqualTo(404);
        assertThat(wire.get("/docsguide/").status()).isEqualTo(404);
    }

    @Test
    void head_hasTheHeadersAndNoBody() throws Exception {
        for (String path : List.of("/", "/assets/site.css", "/nowhere", "/.bengal/live.js")) {
            Answered head = wire.send("HEAD " + path);
            assertThat(head.status()).as(path).isEqualTo(wire.get(path).status());
            assertThat(head.header("content-type"))
                    .as(path)
                    .isEqualTo(wire.get(path).header("content-type"));
            assertThat(head.body()).as(path).isEmpty();
        }
    }

    @Test
    void unchangedFile_isNotSentAgain() throws Exception {
        for (String path : List.of("/", "/assets/site.css")) {
            String tag = wire.get(path).header("etag");
            assertThat(wire.get(path, "If-None-Match: " + tag).status())
                    .as(path)
                    .isEqualTo(304);
            assertThat(wire.get(path, "If-None-Match: \"other\"").status())
                    .as(path)
                    .isEqualTo(200);
        }
        String tag = wire.get("/").header("etag");
        server.show(site(""));
        // The page says which build it shows, and that is another one now.
        assertThat(wire.get("/", "If-None-Match: " + tag).status()).isEqualTo(200);
    }

    @Test
    void partOfAFile_isSentWhereOneIsAskedFor() throws Exception {
        put("film.mp4", "0123456789");

        Answered part = wire.get("/film.mp4", "Range: bytes=2-5");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("2345");
        assertThat(part.header("content-range")).isEqualTo("bytes 2-5/10");
        assertThat(wire.get("/film.mp4", "Range: bytes=7-").body()).isEqualTo("789");
        assertThat(wire.get("/film.mp4", "Range: bytes=-3").body()).isEqualTo("789");
        assertThat(wire.get("/film.mp4", "Range: bytes=8-99").body()).isEqualTo("89");

        Answered beyond = wire.get("/film.mp4", "Range: bytes=10-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("content-range")).isEqualTo("bytes */10");
        for (String whole :
                List.of("bytes=1-2,4-5", "bytes=5-2", "bytes=-", "lines=1-2", "bytes=1-99999999999999999999")) {
            Answered answer = wire.get("/film.mp4", "Range: " + whole);
            assertThat(answer.status()).as(whole).isEqualTo(200);
            assertThat(answer.body()).as(whole).isEqualTo("0123456789");
        }
    }

    @Test
    void otherNamesSitesAndVerbs_areRefused() throws Exception {
        String port = ":" + server.port();
        assertThat(wire.get("/", "Host: evil.example").status()).isEqualTo(403);
        assertThat(wire.get("/", "Host: evil.example" + port).status()).isEqualTo(403);
        assertThat(wire.get("/.bengal/events", "Host: evil.example", "Accept: text/event-stream")
                        .status())
                .isEqualTo(403);
        assertThat(wire.get("/", "Host: localhost" + port).status()).isEqualTo(200);
        assertThat(wire.get("/", "Origin: http://evil.example").status()).isEqualTo(403);
        assertThat(wire.get("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")
                        .status())
                .isEqualTo(403);
        assertThat(wire.get("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")
                        .status())
                .isEqualTo(200);
        assertThat(wire.get("/", "Origin: http://127.0.0.1" + port).status()).isEqualTo(200);
        for (String verb : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE")) {
            assertThat(wire.send(verb + " /").status()).as(verb).isEqualTo(405);
        }
        assertThat(wire.get("/", "Content-Length: 5").status()).isEqualTo(413);
    }

    @Test
    void headers_guardEveryAnswer() throws Exception {
        for (String path : List.of("/", "/nowhere", "/assets/site.css", "/.bengal/live.js")) {
            Answered answer = wire.get(path);
            assertThat(answer.header("x-content-type-options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("cache-control")).as(path).isEqualTo("no-cache");
            assertThat(answer.header("content-security-policy")).as(path).contains("frame-ancestors 'self'");
            assertThat(answer.header("server")).as(path).isEmpty();
        }
    }

    @Test
    void faults_areShownAsTextInThePlaceOfEveryPage() throws Exception {
        server.show(List.of(new Fault(
                "content/<img src=x>.md:3", "</script><script>hacked()</script> & \u001b[31m", "3 | <b>\"'")));

        for (String path : List.of("/", "/guide/", "/nowhere")) {
            Answered page = wire.get(path);
            assertThat(page.status()).as(path).isEqualTo(500);
            assertThat(page.header("content-security-policy")).contains("default-src 'none'", "script-src 'self'");
            assertThat(page.body())
                    .contains(
                            "content/&lt;img src=x&gt;.md:3",
                            "&lt;/script&gt;&lt;script&gt;hacked()&lt;/script&gt; &amp; \uFFFD[31m",
                            "3 | &lt;b&gt;&quot;&#39;",
                            "data-build")
                    .doesNotContain("<img", "<script>hacked");
        }
        assertThat(wire.get("/assets/site.css").status()).isEqualTo(200);

        server.show(site(""));
        assertThat(wire.get("/guide/").body()).contains("Häuser");
    }

    @Test
    void nothingBuiltYet_isSaid() throws Exception {
        try (PreviewServer early = PreviewServer.start(0, new Publication(folder.resolve("not-there"), ""))) {
            Answered page = new Wire(early.port()).get("/");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("The site is being built", "data-build");
        }
    }

    @Test
    void events_tellOpenPagesWhatToDo() throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + server.port() + "/.bengal/events")
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Accept", "text/event-stream");
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(event(events)).isEqualTo("build " + build(wire.get("/")));

            server.restyle(site(""));
            assertThat(event(events)).isEqualTo("styles " + build(wire.get("/")));

            server.show(List.of(new Fault("", "bad", "")));
            assertThat(event(events)).isEqualTo("build " + build(wire.get("/")));

            // The style sheet was mended, but the page shows faults and not a site to be restyled.
            server.restyle(site(""));
            assertThat(event(events)).isEqualTo("build " + build(wire.get("/")));

            server.close();
            assertThat(event(events)).isEqualTo("over");
        }
    }

    private static String event(BufferedReader events) throws IOException {
        String kind = "";
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("event: ")) {
                kind = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                return kind + " " + line.substring("data: ".length());
            }
        }
        return "over";
    }

    @Test
    void takenPort_isSaid() {
        int port = server.port();
        assertThatThrownBy(() -> PreviewServer.start(port, site("")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("port " + port);
    }

    @Test
    void base_isEmptyOrBeginsWithASlash() {
        assertThatThrownBy(() -> site("docs")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> site("/docs/")).isInstanceOf(IllegalArgumentException.class);
    }
}
