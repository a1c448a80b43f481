package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.bengal.journal.Journal;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser. Without Debian's Chromium these tests are skipped, and the reports say so. */
class BrowserTest {
    private static final List<String> PAGES = List.of("overview", "timeline", "build", "compare", "changes", "health");

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static HistoryAnswers answers;
    private static Path file;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        JournalStore store = new JournalStore(new Journal(HostileHistory.write(folder)), "p");
        PlainJudgements judgements = new PlainJudgements(store);
        answers = new HistoryAnswers(store, judgements, HostileHistory.stacks());
        file = folder.resolve("dashboard.html");
        try (Writer out = Files.newBufferedWriter(file)) {
            new DashboardFile(answers, judgements, 100).render(Instant.parse("2026-03-02T12:00:00Z"), out);
        }
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Page page(int width, ColorScheme colours, List<String> complaints) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(colours)
                        .setBypassCSP(false));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static void show(Page page, String address) {
        page.navigate(address);
        page.waitForSelector("main:not([aria-busy]) h1");
    }

    /** The page before stays, and dims, until the next one is there. */
    private static void assertDimmedWhileFetched(Page page) {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route("**/api/v1/changes*", held::add);
        page.evaluate("location.hash = '#/changes'");
        page.waitForSelector("main[aria-busy] h1:text-is('Timeline')");
        assertThat(opacity(page)).isEqualTo("0.45");
        page.unroute("**/api/v1/changes*");
        held.forEach(Route::resume);
        page.waitForSelector("main:not([aria-busy]) h1:text-is('Changes')");
        assertThat(opacity(page)).isEqualTo("1");
    }

    /** Where the change of it ends, without waiting for that. */
    private static Object opacity(Page page) {
        return page.evaluate("() => { const main = document.querySelector('main');"
                + " main.getAnimations().forEach(change => change.finish()); return getComputedStyle(main).opacity; }");
    }

    /** What was computed last is shown with its time, and the new one takes its place by itself. */
    private static void assertSelfTestFollows(Page page) {
        page.route(
                "**/api/v1/selftest*",
                route -> route.fulfill(
                        new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(
                                        "{\"schema_version\":1,\"computing\":true,\"computed\":\"2026-03-01T11:00:00Z\",\"metrics\":[]}")));
        go(page, "health");
        page.waitForSelector(".computing:has-text('What follows was computed') time[datetime^='2026-03-01T11:00']");
        page.unroute("**/api/v1/selftest*");
        page.evaluate("() => fetch('/api/v1/selftest')");
        page.waitForSelector("table[aria-label=Self-test], [aria-label=Self-test] table");
        assertThat(page.locator(".computing").count()).isZero();
    }

    /** Another page at the same address, as a link on the page leads to. */
    private static void go(Page page, String place) {
        page.evaluate(
                "place => { document.querySelector('main').setAttribute('aria-busy', 'true'); location.hash = '#/' + place; }",
                place);
        page.waitForSelector("main:not([aria-busy]) h1");
    }

    @Test
    void names_areTextOnEveryPageAndNothingElseIsAskedFor() {
        List<String> complaints = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        Page page = page(1280, ColorScheme.LIGHT, complaints);
        page.onRequest(request -> asked.add(request.url()));
        SHOWN.forEach((place, names) -> {
            showFile(page, place);
            assertNamed(page, place, names);
        });
        showFile(page, "health");
        assertThat(page.locator("main").innerText()).contains("<img src=x onerror=window.hacked=1>");
        assertThat(asked).allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void servedPages_keepThePolicyAndShowTheSame() {
        List<String> complaints = new ArrayList<>();
        try (DashboardServer server =
                DashboardServer.start(new ServerSettings(InetAddress.getLoopbackAddress(), 0, null), answers)) {
            Page page = page(1280, ColorScheme.LIGHT, complaints);
            show(page, server.address() + "#/timeline");
            assertThat(page.locator(".chart canvas").count()).isEqualTo(1);
            assertThat(page.locator(".legend").innerText()).contains("▲ +");
            assertDimmedWhileFetched(page);
            assertSelfTestFollows(page);
            for (String name : PAGES) {
                go(page, name + "?");
                assertThat(page.evaluate("window.hacked")).as(name).isNull();
            }
            page.context().close();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void address_keepsTheViewAndTheKeyboardMovesIt() {
        Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
        show(page, file.toUri() + "#/timeline?log=1");
        assertThat(page.locator("input[type=checkbox]").first().isChecked()).isTrue();
        page.locator(".chart > div").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".readout").innerText()).contains("b0058");
        page.keyboard().press("+");
        assertThat(page.url()).contains("from=15.75").contains("to=45.25").contains("log=1");
        page.keyboard().press("Enter");
        page.waitForURL("**id=b0058");
    }

    @Test
    void change_isAcceptedAtThePageWithItsReason() {
        List<String> accepted = new CopyOnWriteArrayList<>();
        List<String> complaints = new ArrayList<>();
        JournalStore store = new JournalStore(new Journal(folder.resolve("history.jsonl")), "p");
        PlainJudgements judgements = new PlainJudgements(
                store, Optional.of((project, commit, scenario, metric, why) -> accepted.add(metric + ": " + why)));
        try (DashboardServer server = DashboardServer.start(
                new ServerSettings(InetAddress.getLoopbackAddress(), 0, null), new HistoryAnswers(store, judgements))) {
            Page page = page(1280, ColorScheme.LIGHT, complaints);
            show(page, server.address() + "#/changes");
            assertThat(page.evaluate("document.querySelector('details form').offsetWidth"))
                    .as("room that a closed form takes from the table")
                    .isEqualTo(0);
            page.locator("summary").first().click();
            page.locator("details input").first().fill("more pages & more");
            page.waitForResponse(
                    "**/accept?*", () -> page.locator("details button").first().click());
            page.context().close();
        }
        assertThat(accepted).containsExactly("total_duration_ms: more pages & more");
        assertThat(complaints).isEmpty();
    }

    @Test
    void pagesOnAPhone_fitAndAreAccessibleAndHaveEveryName() throws IOException {
        String axe;
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        }
        Page page = page(390, ColorScheme.LIGHT, new ArrayList<>());
        SHOWN.forEach((place, names) -> {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            showFile(page, place);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(place)
                    .isEqualTo(390);
            assertNamed(page, place, names);
            page.evaluate(axe + "; null");
            assertThat(violations(page, "{}")).as("light " + place).isEqualTo(List.of());
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            // The same nodes in other colours.
            assertThat(violations(page, "{ runOnly: ['cat.color'] }"))
                    .as("dark " + place)
                    .isEqualTo(List.of());
        });
        page.context().close();
    }

    private static Object violations(Page page, String options) {
        return page.evaluate("async () => (await axe.run(" + options
                + ")).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120)).join(' | '))");
    }

    /** What each page has to show of the names, as text; pictures keep it in the titles of their shapes. */
    private static final Map<String, List<String>> SHOWN = Map.of(
            "overview", List.of("P", "S"),
            "timeline", List.of("P", "S", "M", "B", "E"),
            "build?id=b0059", List.of("P", "S", "B", "F", "T", "A", "X", "Y", "H", "demo.Main."),
            "compare", List.of("F", "S"),
            "changes", List.of("P", "S"),
            "health", List.of("P", "S", "E", "C"));

    private static void showFile(Page page, String place) {
        show(page, file.toUri() + "?" + place.substring(0, 5) + "#/" + place);
    }

    private static void assertNamed(Page page, String place, List<String> names) {
        page.waitForSelector("main:not(:has-text('being replayed'))");
        String text = page.locator("main").evaluate("node => node.textContent").toString();
        names.forEach(name -> assertThat(text).as(place).contains(name + HostileHistory.SCRIPT));
        assertHarmless(page, place);
    }

    @Test
    void picturesOfABuild_keepNamesInTheirTitlesAndWalkByKeyboard() {
        Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
        show(page, file.toUri() + "#/build?id=b0059");
        assertThat(page.locator("svg title").allTextContents())
                .anyMatch(title -> title.startsWith("F" + HostileHistory.SCRIPT + ": "))
                .anyMatch(title -> title.startsWith("X" + HostileHistory.SCRIPT + ": "))
                .anyMatch(title -> title.startsWith("demo.Main." + HostileHistory.SCRIPT + ": "));
        assertThat(page.locator(".flame rect").count()).isEqualTo(4);
        page.locator(".flame").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".flame + .readout").innerText()).contains("demo.Parser.parse", "75.0 % of all");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".flame + .readout").innerText()).contains("java.util.ArrayList.grow");
        page.locator(".flame rect").first().click();
        assertThat(page.locator(".flame + .readout").innerText()).contains("100.0 % of all");
        page.locator(".flame rect").nth(1).click();
        assertThat(page.locator(".flame + .readout").innerText()).contains("demo.Main." + HostileHistory.SCRIPT);
        assertHarmless(page, "flame graph");
        page.context().close();
    }

    /** Two modules at once: of each lifecycle phase with one goal the goal's bar is drawn, and goals are summed over modules. */
    @Test
    void buildOfMaven_showsEachBarOnceAndItsGoals(@TempDir Path own) throws IOException {
        Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
        show(page, reactor(own).toUri() + "#/build?id=m1");

        assertThat(page.locator("svg title").allTextContents().stream().map(BrowserTest::withPlainBlanks))
                .containsExactly(
                        "module.a: 4.00 s from 0.0 ms",
                        "module.a.mojo.compiler:compile: 4.00 s from 0.0 ms",
                        "module.b: 5.00 s from 0.0 ms",
                        "module.b.phase.test: 5.00 s from 0.0 ms",
                        "module.b.mojo.compiler:compile: 2.00 s from 0.0 ms",
                        "module.b.mojo.surefire:test: 3.00 s from 2.00 s");
        assertThat(page.locator("[aria-label=Goals] tbody tr").allInnerTexts().stream()
                        .map(BrowserTest::withPlainBlanks))
                .containsExactly("compiler:compile 2 6.00 s 67 %", "surefire:test 1 3.00 s 33 %");
        assertThat(withPlainBlanks(page.locator("main").innerText()))
                .contains("the goals took 9.00 s together, the build 5.00 s.");
        page.context().close();
    }

    /** One blank between words, where the page has such as do not break, or cells of a table. */
    private static String withPlainBlanks(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", " ").strip();
    }

    private static Path reactor(Path own) throws IOException {
        StringBuilder phases = new StringBuilder();
        phase(phases, "module.a", null, "one", 0, 4000);
        phase(phases, "module.a.phase.compile", "module.a", "one", 0, 4000);
        phase(phases, "module.a.mojo.compiler:compile", "module.a.phase.compile", "one", 0, 4000);
        phase(phases, "module.b", null, "two", 0, 5000);
        phase(phases, "module.b.phase.test", "module.b", "two", 0, 5000);
        phase(phases, "module.b.mojo.compiler:compile", "module.b.phase.test", "two", 0, 2000);
        phase(phases, "module.b.mojo.surefire:test", "module.b.phase.test", "two", 2000, 3000);
        Path history = Files.writeString(own.resolve("history.jsonl"), """
                {"schema_version":1,"build_id":"m1","timestamp":"2026-03-01T12:00:00Z","project":"p","scenario":"mvn -T 2 verify",\
                "outcome":"success","total_duration_ms":5000,"phases":[%s],"environment":{"fingerprint":"e","platform":"linux"}}
                """.formatted(phases.substring(1)));
        JournalStore store = new JournalStore(new Journal(history), "p");
        PlainJudgements judgements = new PlainJudgements(store);
        Path page = own.resolve("dashboard.html");
        try (Writer out = Files.newBufferedWriter(page)) {
            new DashboardFile(new HistoryAnswers(store, judgements, HostileHistory.stacks()), judgements, 100)
                    .render(Instant.parse("2026-03-02T12:00:00Z"), out);
        }
        return page;
    }

    private static void phase(
            StringBuilder out, String name, @Nullable String parent, String thread, int start, int millis) {
        out.append(",{\"name\":\"%s\",%s\"thread\":\"%s\",\"start_ms\":%d,\"duration_ms\":%d,\"outcome\":\"success\"}"
                .formatted(name, parent == null ? "" : "\"parent\":\"" + parent + "\",", thread, start, millis));
    }

    @Test
    void scriptsInTheAddress_areText() {
        String script = URLEncoder.encode(HostileHistory.SCRIPT, StandardCharsets.UTF_8);
        try (DashboardServer server =
                DashboardServer.start(new ServerSettings(InetAddress.getLoopbackAddress(), 0, null), answers)) {
            for (String origin : List.of(file.toUri().toString(), server.address())) {
                Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
                show(page, origin + "#/" + script);
                assertHarmless(page, "no page of that name");
                for (String place : List.of(
                        "build?id=" + script,
                        "compare?base=" + script + "&candidate=" + script,
                        "timeline?metric=" + script + "&project=" + script + "&branch=" + script)) {
                    go(page, place);
                    assertHarmless(page, place);
                }
                page.context().close();
            }
        }
    }

    private static void assertHarmless(Page page, String place) {
        // Long enough for a picture that is none to say so.
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(page.evaluate("window.hacked")).as(place).isNull();
        assertThat(page.locator("main img, main script").count()).as(place).isZero();
    }

    @Test
    void timeline_isReachedAndMovedByKeyboardAlone() {
        Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
        show(page, file.toUri() + "#/timeline");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("Tab");
            reached.add(String.valueOf(page.evaluate(
                    "() => { const at = document.activeElement; return at.dataset.key || at.textContent.trim(); }")));
            assertThat(page.evaluate("() => document.activeElement === document.body"
                            + " || getComputedStyle(document.activeElement).outlineStyle === 'solid'"))
                    .as("a visible focus on " + reached.get(i))
                    .isEqualTo(true);
        }
        assertThat(reached)
                .containsSubsequence(
                        "Skip to the content",
                        "Overview",
                        "Timeline",
                        "Project",
                        "Scenario",
                        "Metric",
                        "And",
                        "Branch",
                        "Environment",
                        "Across",
                        "Log scale",
                        "Per page",
                        "chart total_duration_ms");

        page.locator(".chart > div").focus();
        page.keyboard().press("=");
        assertThat(page.url()).contains("from=15.75").contains("to=45.25");
        page.keyboard().press("Shift+ArrowLeft");
        page.waitForURL(url -> url.contains("from=8.38") && url.contains("to=37.88"));
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("-");
        page.waitForURL(url -> !url.contains("from="));
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.closest('.chart') !== null"))
                .isEqualTo(true);
        page.context().close();
    }

    @Test
    void choice_keepsTheFocusWhereItWasAndDownsamplingTheExtremes() {
        Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
        show(page, file.toUri() + "#/timeline");
        assertThat(
                        page.evaluate(
                                "() => { const v = Float64Array.from({ length: 100000 }, (x, i) => Math.sin(i)); v[31337] = 9; v[77777] = -9;"
                                        + " const k = bengalPictures.minMax(v, 0, v.length, 2000);"
                                        + " return [k.length <= 2000, k.includes(31337), k.includes(77777), k[0], k[k.length - 1]]; }"))
                .isEqualTo(List.of(true, true, true, 0, 99999));
        page.locator("[data-key=Across]").focus();
        page.locator("[data-key=Across]").selectOption("time");
        page.waitForURL("**x=time**");
        page.waitForSelector(
                "[data-key=Across] option[value=time]:checked",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(page.evaluate("document.activeElement.dataset.key")).isEqualTo("Across");
        page.context().close();
    }

    @Test
    void changes_beginWithWhatACommitMadeWorse() {
        // As the server lists them, the newest first.
        String listed = List.of(
                        change("environment", "worse", "confirmed", false, 1),
                        change("drift", "worse", "confirmed", false, 2),
                        change("step", "better", "confirmed", false, 3),
                        change("step", "worse", "provisional", false, 4),
                        change("step", "worse", "confirmed", true, 5),
                        change("step", "worse", "confirmed", false, 6),
                        change("step", "worse", "confirmed", false, 7))
                .toString();
        try (DashboardServer server =
                DashboardServer.start(new ServerSettings(InetAddress.getLoopbackAddress(), 0, null), answers)) {
            Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
            page.route(
                    "**/api/v1/changes*",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"series_judged\":1,\"series_not_judged\":0,\"changes\":" + listed + "}")));
            for (String place : List.of("overview", "changes")) {
                show(page, server.address() + "#/" + place);
                assertThat(page.locator("main table tbody tr td:nth-child(2)").allInnerTexts())
                        .containsExactly("m6", "m7", "m3", "m4", "m5", "m1", "m2");
            }
            page.context().close();
        }
    }

    private static String change(String kind, String direction, String state, boolean isAccepted, int number) {
        return """
                {"kind":"%s","metric":"m%d","unit":"ms","project":"p","scenario":"s","first_bad":"c0ffee","first_bad_build":"b",
                 "change_pct":10,"interval_pct":null,"direction":"%s","state":"%s","accepted":%b}""".formatted(kind, number, direction, state, isAccepted);
    }

    @Test
    void reasonBeingTyped_outlivesANewBuild(@TempDir Path own) throws IOException {
        Path history = HostileHistory.write(own);
        JournalStore store = new JournalStore(new Journal(history), "p");
        PlainJudgements judgements =
                new PlainJudgements(store, Optional.of((project, commit, scenario, metric, why) -> {}));
        try (DashboardServer server = DashboardServer.start(
                new ServerSettings(InetAddress.getLoopbackAddress(), 0, null), new HistoryAnswers(store, judgements))) {
            Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
            show(page, server.address() + "#/changes");
            page.locator("summary").first().click();
            page.locator("details input").first().fill("because");
            Files.writeString(history, HostileHistory.line(HostileHistory.BUILDS), StandardOpenOption.APPEND);
            page.waitForSelector("#state:has-text('when the form is closed')");
            assertThat(page.locator("details input").first().inputValue()).isEqualTo("because");
            page.locator("summary").first().click();
            // No function is waited for: the policy of the page forbids the eval that asks for it a second time.
            page.waitForSelector("#state:text-is('Live')");
            page.context().close();
        }
    }

    @Test
    void longTimeline_saysHowManyBuildsThereAreAndDividesEachOfThem() {
        try (DashboardServer server =
                DashboardServer.start(new ServerSettings(InetAddress.getLoopbackAddress(), 0, null), answers)) {
            Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
            page.route(
                    "**/api/v1/series*",
                    route -> route.resume(new Route.ResumeOptions()
                            .setUrl(route.request().url().replace("points=200000", "points=10"))));
            show(page, server.address() + "#/timeline?perpage=1");

            assertThat(withPlainBlanks(page.locator(".readout").innerText()))
                    .isEqualTo("60 builds, of which 9 are drawn; the newest 13.3 ms.");
            assertThat(page.locator(".chart > div").getAttribute("aria-label"))
                    .contains("60 builds, of which 9 are drawn, from 10.0\u00a0ms to 13.3\u00a0ms");
            page.context().close();
        }
        Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
        show(page, file.toUri() + "#/timeline?perpage=1");
        assertThat(withPlainBlanks(page.locator(".readout").innerText())).isEqualTo("60 builds; the newest 13.3 ms.");
        page.context().close();
    }

    @Test
    void whatWasRecordedWithoutAConnection_isShownWhenItComesBack(@TempDir Path own) throws IOException {
        Path history = HostileHistory.write(own);
        Page page = page(1280, ColorScheme.LIGHT, new ArrayList<>());
        page.addInitScript("window.connections = []; window.EventSource = class extends EventSource {"
                + " constructor(url) { super(url); connections.push(this); } };");
        int port;
        try (DashboardServer server = serve(history, 0)) {
            port = server.port();
            show(page, server.address());
            page.waitForSelector("#state:text-is('Live')");
            assertThat(open(page)).isEqualTo(1);

            hide(page, true);
            assertThat(open(page))
                    .as("connections of a page that nobody looks at")
                    .isZero();
            record(history, 60);
            hide(page, false);
            page.waitForSelector(".card:has-text('61 builds')");
            assertThat(open(page)).isEqualTo(1);
        }
        page.waitForSelector("#state:has-text('does not answer')");
        record(history, 61);
        try (DashboardServer server = serve(history, port)) {
            page.waitForSelector(".card:has-text('62 builds')");
            assertThat(page.locator("#state").innerText()).isEqualTo("Live");
            page.context().close();
        }
    }

    private static DashboardServer serve(Path history, int port) {
        JournalStore store = new JournalStore(new Journal(history), "p");
        return DashboardServer.start(
                new ServerSettings(InetAddress.getLoopbackAddress(), port, null),
                new HistoryAnswers(store, new PlainJudgements(store)));
    }

    private static void record(Path history, int build) throws IOException {
        Files.writeString(history, HostileHistory.line(build), StandardOpenOption.APPEND);
    }

    private static int open(Page page) {
        return (Integer) page.evaluate("() => connections.filter(one => one.readyState !== EventSource.CLOSED).length");
    }

    private static void hide(Page page, boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }
}
