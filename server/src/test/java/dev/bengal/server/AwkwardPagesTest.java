package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.bengal.analysis.Budget;
import dev.bengal.analysis.Budgets;
import dev.bengal.journal.Journal;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history that is hard to show, in a real browser. Without Debian's Chromium these tests are skipped, and the reports say so. */
class AwkwardPagesTest {
    private static final String LAST = "d029-" + AwkwardHistory.LONG;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Path file;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        file = dashboard(AwkwardHistory.write(folder), 40);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Path dashboard(Path history, int builds) throws IOException {
        return dashboard(history, builds, List.of());
    }

    private static Path dashboard(Path history, int builds, List<Budget> budgets) throws IOException {
        JournalStore store = new JournalStore(new Journal(history), "p");
        PlainJudgements judgements = new PlainJudgements(store, Optional.empty(), new Budgets(budgets));
        Path written = history.resolveSibling("dashboard.html");
        try (Writer out = Files.newBufferedWriter(written)) {
            new DashboardFile(new HistoryAnswers(store, judgements), judgements, builds)
                    .render(Instant.parse("2026-03-02T12:00:00Z"), out);
        }
        return written;
    }

    private static Page page(int width, Path shown, String place) {
        Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(width, 800));
        page.navigate(shown.toUri() + "#/" + place);
        awaitPage(page);
        return page;
    }

    private static void awaitPage(Page page) {
        page.waitForSelector("main:not([aria-busy]) h1");
        page.waitForSelector("main:not(:has-text('being replayed'))");
    }

    @Test
    void overview_saysHowManyBuildsTheFileHoldsAndHasItsCardsInTheOrderOfNumbers() {
        try (Page page = page(1280, file, "overview")) {
            assertThat(page.locator(".card h2 a").allTextContents())
                    .containsExactly("p · " + AwkwardHistory.LONG, "p · scenario 9", "p · scenario 10");
            assertThat(page.locator("#state").innerText()).endsWith(", the newest 40 of 62 builds");
            assertTablesFit(page, "overview");
        }
    }

    @Test
    void comparison_foldsTheManyPhasesThatDidNotChangeAndPrintsThemOnLightPaper() {
        try (Page page = page(1280, file, "compare?candidate=" + LAST)) {
            assertTablesFit(page, "compare");
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
            assertThat(page.locator("details.more[open]").count()).isEqualTo(1);
            assertThat(page.locator(".printed").innerText()).contains("d028-com.exampl…", "d029-com.exampl…");
            assertThat(ink(page)).isEqualTo("#1b1f24");
            page.evaluate("window.dispatchEvent(new Event('afterprint'))");
            assertThat(ink(page)).isEqualTo("#e8ebee");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

            page.locator("details.more summary").click();
            assertThat(page.locator("details.more summary").innerText())
                    .isEqualTo("60 metrics of phases without a change");
            assertThat(page.locator("tbody tr:visible").count()).isLessThan(10);
            assertThat(page.locator("tbody").first().innerText()).contains("123,457,000\u00a0com.exampl…orten");
            page.locator("details.more summary").click();
            assertThat(page.locator("tbody tr:visible").count()).isGreaterThan(60);
        }
    }

    @Test
    void findings_ofOneProblemAreOneRow() {
        try (Page page = page(1280, file, "health")) {
            assertThat(page.locator("[aria-label=Findings] tbody tr").allInnerTexts())
                    .singleElement()
                    .asString()
                    .startsWith("1–30");
            assertThat(page.locator("main").innerText()).contains("30 lines are not as they should be");
            assertTablesFit(page, "health");
            go(page, "changes");
            assertTablesFit(page, "changes");
        }
    }

    @Test
    void namesInTheWaterfall_stayWithinThePictureAndDoNotTurnNumbers() {
        try (Page page = page(390, file, "build?id=" + LAST)) {
            for (int width : List.of(390, 820, 1280)) {
                page.setViewportSize(width, 800);
                page.reload();
                awaitPage(page);
                assertThat(page.evaluate(
                                "() => [...document.querySelectorAll('.bars:not(.tree)')].flatMap(svg => [...svg.querySelectorAll('text')]"
                                        + ".filter(text => { const box = text.getBBox(); return box.x < -1 || box.x + box.width > svg.viewBox.baseVal.width + 1; })"
                                        + ".map(text => text.textContent))"))
                        .as("cut off at " + width)
                        .isEqualTo(List.of());
                assertThat(page.evaluate(
                                "() => [...document.querySelectorAll('.bars:not(.tree) g:has(rect)')].filter(bar => {"
                                        + " const name = bar.querySelector('text').getBBox(), rect = bar.querySelector('rect').getBBox();"
                                        + " return Math.min(Math.abs(name.x - rect.x), Math.abs(name.x + name.width - rect.x - rect.width)) > 1 || name.y + name.height / 2 > rect.y; })"
                                        + ".map(bar => bar.textContent)"))
                        .as("neither over the beginning of its bar nor, where there is no room, over its end, at "
                                + width)
                        .isEqualTo(List.of());
                assertThat(page.locator(".bars text").allTextContents())
                        .as("the end of a name, which tells it from others")
                        .anyMatch(text -> text.contains("…") && text.contains("-28 "));
            }
            String text =
                    page.locator("main").evaluate("node => node.textContent").toString();
            assertThat(text).doesNotContain("\u202e").contains("phase\ufffd-01 65.0\u00a0ms");
            assertTablesFit(page, "build");
        }
    }

    @Test
    void phasesBeyondSixty_areCountedAndStandInTheTable(@TempDir Path own) throws IOException {
        Path crowded = dashboard(AwkwardHistory.writeCrowded(own, 75), 40);
        try (Page page = page(1280, crowded, "build")) {
            assertThat(page.getByText("And 15 shorter ones, in the table.").count())
                    .isEqualTo(1);
            assertThat(page.locator(".bars:not(.tree) rect").count()).isEqualTo(60);
            assertThat(page.locator(".bars:not(.tree) title").first().textContent())
                    .contains("-15: 75.0");
            assertThat(page.locator("[aria-label=Phases] tbody tr").count()).isEqualTo(75);
        }
        Path one = dashboard(AwkwardHistory.writeCrowded(own, 61), 40);
        try (Page page = page(1280, one, "build")) {
            assertThat(page.getByText("And 1 shorter one, in the table.").count())
                    .isEqualTo(1);
        }
    }

    /** The newest build may be of a changed tree, and is judged against nothing. */
    @Test
    void compareOfAFile_opensWithAPairThatTheFileHolds(@TempDir Path own) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            lines.append("{\"schema_version\":1,\"build_id\":\"b" + i + "\",\"timestamp\":\"2026-03-01T12:0" + i
                    + ":00Z\",\"project\":\"p\",\"scenario\":\"make\",\"outcome\":\"success\",\"git_commit\":\"c" + i
                    + "\",\"git_dirty\":" + (i == 4) + ",\"total_duration_ms\":" + i + "00}\n");
        }
        try (Page page = page(1280, dashboard(Files.writeString(own.resolve("history.jsonl"), lines), 40), "compare")) {
            assertThat(page.locator("main").innerText()).doesNotContain("This file holds the judgement");
            assertThat(page.locator("[aria-label='Metrics of both builds'] tbody tr")
                            .count())
                    .isPositive();
        }
    }

    @Test
    void budgetThatIsBroken_isSaidOnTheCard(@TempDir Path own) throws IOException {
        Path judged =
                dashboard(AwkwardHistory.write(own), 40, List.of(new Budget("total_duration_ms", null, 5000, false)));
        try (Page page = page(1280, judged, "overview")) {
            for (int width : List.of(390, 820, 1280)) {
                page.setViewportSize(width, 800);
                String card = page.locator(".card").first().innerText();
                assertThat(card)
                        .contains("▲ Regressed")
                        .contains("Over the budget for total_duration_ms")
                        .doesNotContain("against");
                assertThat(
                                page.evaluate(
                                        "() => [...document.querySelectorAll('.card')].filter(card => card.scrollWidth > card.clientWidth).length"))
                        .as("cards that are too narrow for their words at " + width)
                        .isEqualTo(0);
            }
        }
    }

    private static void assertTablesFit(Page page, String place) {
        assertThat(page.evaluate("() => [...document.querySelectorAll('.scroll')]"
                        + ".filter(node => node.scrollWidth > node.clientWidth).map(node => node.ariaLabel)"))
                .as(place)
                .isEqualTo(List.of());
    }

    /** Another page at the same address, as a link on the page leads to. */
    private static void go(Page page, String place) {
        page.evaluate(
                "place => { document.querySelector('main').setAttribute('aria-busy', 'true'); location.hash = '#/' + place; }",
                place);
        awaitPage(page);
    }

    private static Object ink(Page page) {
        return page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()");
    }

    @Test
    void lineOfMorePointsThanColumns_isAHairline(@TempDir Path own) throws IOException {
        JournalStore store = new JournalStore(new Journal(AwkwardHistory.writeLong(own)), "p");
        HistoryAnswers answers = new HistoryAnswers(store, new PlainJudgements(store));
        try (DashboardServer server =
                        DashboardServer.start(new ServerSettings(InetAddress.getLoopbackAddress(), 0, null), answers);
                Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1280, 800))) {
            page.addInitScript("window.widths = []; const stroke = CanvasRenderingContext2D.prototype.stroke;"
                    + " CanvasRenderingContext2D.prototype.stroke = function (...path) {"
                    + " if (path.length) widths.push(this.lineWidth); return stroke.apply(this, path); };");
            page.navigate(server.address() + "#/timeline");
            page.waitForSelector("main:not([aria-busy]) canvas");
            assertThat(page.evaluate("[...new Set(widths)]")).isEqualTo(List.of(1));
            page.locator(".chart > div").focus();
            for (int i = 0; i < 4; i++) {
                page.keyboard().press("+");
            }
            assertThat(page.evaluate("widths[widths.length - 1]")).isEqualTo(1.5);
        }
    }

    @Test
    void historyWithoutBuilds_isToldInWords(@TempDir Path empty) throws IOException {
        Path written = dashboard(Files.createFile(empty.resolve("history.jsonl")), 40);
        Map<String, String> told = Map.of(
                "overview", "No builds are recorded yet.",
                "timeline", "No builds are recorded yet.",
                "build", "No builds are recorded yet.",
                "compare", "Two successful builds are needed; none is recorded.",
                "changes", "No series is long enough yet",
                "health", "No machine has recorded a build.");
        try (Page page = page(390, written, "overview")) {
            told.forEach((place, words) -> {
                go(page, place + "?");
                assertThat(page.locator("main").innerText()).as(place).contains(words);
                assertThat(page.locator("table").count()).as(place).isZero();
            });
        }
    }
}
