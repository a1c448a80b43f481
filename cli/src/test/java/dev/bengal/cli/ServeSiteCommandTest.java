package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.terminal.Surface;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Edits a site that is served, waits for what the command says of it, and asks for the page. */
@Timeout(120)
class ServeSiteCommandTest {
    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final LineQueue out = new LineQueue();
    private final LineQueue err = new LineQueue();
    private SampleSite site;

    @BeforeEach
    void makeSite() {
        site = SampleSite.in(folder.resolve("site"));
    }

    /** What someone does with a site that is served meanwhile. */
    private interface Visit {
        void at(String address) throws Exception;
    }

    private int serve(Visit visit, String... options) throws Exception {
        AtomicInteger exitCode = new AtomicInteger(-1);
        Surface surface = new Surface(out.writer(), err.writer(), Map.of(), false);
        List<String> words = new ArrayList<>(List.of("serve", "site", "--port", "0"));
        words.addAll(List.of(options));
        Thread command = new Thread(() -> exitCode.set(Bengal.run(surface, folder, words.toArray(String[]::new))));
        command.start();
        try {
            String address = out.next();
            assertThat(address).startsWith("http://127.0.0.1:");
            visit.at(address);
        } finally {
            command.interrupt();
            command.join();
        }
        return exitCode.get();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String scenarios() {
        return String.join(
                ", ",
                site.records().stream()
                        .map(line -> Records.value(line, "scenario") + " " + Records.value(line, "outcome"))
                        .toList());
    }

    @Test
    void save_isBuiltServedAndRecorded() throws Exception {
        int exitCode = serve(address -> {
            assertThat(out.next()).matches("3 pages, [\\d,]+ ms");
            assertThat(get(address + "guide/first/").body()).contains("Text.", "/.bengal/live.js");

            site.put("content/guide/first.md", "---\ntitle: First\n---\n\nOther words.\n");
            // The page, and the index for the search, which holds its words.
            assertThat(out.next()).matches("content/guide/first.md: 1 page made, 3 files changed, [\\d,]+ ms");
            assertThat(get(address + "guide/first/").body()).contains("Other words.");
        });

        assertThat(exitCode).isZero();
        assertThat(site.folder().resolve("public/guide/first/index.html"))
                .content()
                .contains("Other words.")
                .doesNotContain("live.js", "data-build");
        assertThat(scenarios()).isEqualTo("site serve full success, site serve rebuild success");
    }

    @Test
    void output_isThatOfABuild() throws Exception {
        serve(address -> {
            out.next();
            site.put("content/second.md", "---\ntitle: Second\ntags: [x]\n---\n\nWords.\n");
            out.nextWith("content/second.md");
        });
        SampleSite same = SampleSite.in(folder.resolve("same/site"));
        same.put("content/second.md", "---\ntitle: Second\ntags: [x]\n---\n\nWords.\n");
        new Terminal(folder).run("build", "same/site");

        assertThat(texts(site.folder().resolve("public")))
                .isEqualTo(texts(same.folder().resolve("public")))
                .isNotEmpty();
    }

    private static Map<String, String> texts(Path output) throws IOException {
        Map<String, String> texts = new java.util.TreeMap<>();
        try (var files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(output.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void fault_isShownUntilASaveMendsIt() throws Exception {
        serve(address -> {
            out.next();
            site.put("content/guide/first.md", "---\ntitle: First\nweight: <b>heavy</b>\n---\n\nText.\n");
            assertThat(err.nextWith("error: ")).contains("content/guide/first.md:3: front matter 'weight'");
            err.nextWith("not built; the browser says why");
            HttpResponse<String> page = get(address);
            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body())
                    .contains(
                            "content/guide/first.md:3", "&gt; 3 | weight: &lt;b&gt;heavy&lt;/b&gt;", "/.bengal/live.js")
                    .doesNotContain("<b>heavy");
            assertThat(site.folder().resolve("public/guide/first/index.html"))
                    .content()
                    .contains("Text.");

            site.put("content/guide/first.md", "---\ntitle: First\n---\n\nText.\n");
            out.nextWith("content/guide/first.md");
            assertThat(get(address + "guide/first/").statusCode()).isEqualTo(200);
        });

        assertThat(scenarios())
                .isEqualTo("site serve full success, site serve rebuild failed, site serve rebuild success");
    }

    @Test
    void brokenTemplateAndConfiguration_areShownWithTheirPlace() throws Exception {
        serve(address -> {
            out.next();
            site.put("templates/page.html", "<p>\n{{ page.titel }}</p>");
            err.nextWith("not built");
            assertThat(get(address).body()).contains("templates/page.html:2", "&gt; 2 | {{ page.titel }}");

            Files.delete(site.folder().resolve("templates/page.html"));
            out.nextWith("templates");
            site.put("bengal.toml", "title = \"A\"\nbaseurl = \n");
            err.nextWith("not built");
            assertThat(get(address).body()).contains("bengal.toml:2", "&gt; 2 | baseurl = ");

            site.put("bengal.toml", "title = \"A\"\nbaseurl = \"https://example.org/docs\"\n");
            assertThat(err.nextWith("The site begins at")).contains("/docs/ now.");
            out.nextWith("bengal.toml");
            assertThat(get(address + "docs/guide/first/").body()).contains("href=\"/docs/guide/\"");
        });
    }

    @Test
    void configurationThatIsBrokenFromTheStart_isMendedWhileItIsServed() throws Exception {
        site.put("bengal.toml", "title = \n");
        serve(address -> {
            err.nextWith("not built");
            assertThat(get(address).statusCode()).isEqualTo(500);

            site.put("bengal.toml", "title = \"Mended\"\n");
            out.nextWith("bengal.toml");
            assertThat(get(address).body()).contains("<title>Mended</title>");
        });
    }

    @Test
    void secondServe_beginsIncrementally() throws Exception {
        serve(address -> out.next(), "--no-watch");
        serve(address -> out.next(), "--no-watch");
        serve(address -> out.next(), "--no-watch", "--full");

        assertThat(scenarios())
                .isEqualTo("site serve full success, site serve incremental success, site serve full success");
    }

    @Test
    void quietServe_saysOnlyWhatGoesWrong() throws Exception {
        site.put("content/guide/first.md", "---\nweight: x\n---\n");
        serve(
                address -> {
                    assertThat(err.next()).startsWith("error: content/guide/first.md:2");
                    assertThat(err.next()).startsWith("not built");
                    site.put("content/guide/first.md", "---\nweight: 1\n---\n");
                    site.put("content/guide/second.md", "---\nweight: y\n---\n");
                    assertThat(err.nextWith("error: ")).startsWith("error: content/guide/second.md:2");
                },
                "--quiet");

        assertThat(out.isEmpty()).isTrue();
    }

    @Test
    void drafts_areShownOnDemand() throws Exception {
        site.put("content/draft.md", "---\ntitle: Draft\ndraft: true\n---\n\nUnfinished.\n");
        serve(
                address -> {
                    out.next();
                    assertThat(get(address + "draft/").body()).contains("Unfinished.");
                },
                "--drafts",
                "--no-metrics");
        serve(
                address -> {
                    out.next();
                    assertThat(get(address + "draft/").statusCode()).isEqualTo(404);
                    while (!err.next().equals("Not published: 1 draft (--drafts).")) {
                        // What else is said stands before it; where it is not said, the wait for a line ends the test.
                    }
                },
                "--no-watch",
                "--no-metrics");

        assertThat(site.records()).isEmpty();
    }

    @Test
    void wrongUsage_isSaid() throws IOException {
        Terminal terminal = new Terminal(folder);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Terminal.Run run = terminal.run("serve", "site", "--port", port);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("Port " + port + " of 127.0.0.1 cannot be had", "--port 0")
                    .doesNotContain("Exception");
        }
        assertThat(terminal.run("serve", "site", "--port", "65536").err()).contains("ports go from 0 to 65535");
        assertThat(terminal.run("serve", "site", "--jobs", "0").err()).contains("at least 1 thread must work");
        Terminal.Run nothing = terminal.run("serve", "nothing", "--port", "0");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("There is no folder").contains("holds content/");
        assertThat(terminal.run("serve", "site", "-o", "site/content/x", "--port", "0")
                        .err())
                .contains("would mix with the site's own");
    }

    @Test
    void interrupt_endsTheCommandAsASignalDoes() throws Exception {
        BengalProcess process = BengalProcess.start(folder, "serve", "site", "--port", "0");
        String address = process.line();
        assertThat(process.line()).contains("3 pages");
        assertThat(get(address).statusCode()).isEqualTo(200);
        process.signal("TERM");

        assertThat(process.exitCode()).isEqualTo(143);
        assertThat(process.err()).isEqualTo("The site is served until Ctrl-C.\n");
        assertThat(site.records()).hasSize(1);
    }
}
