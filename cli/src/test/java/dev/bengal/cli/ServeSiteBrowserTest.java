package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.bengal.cli.terminal.Surface;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looks at a site in a real browser while it is edited. */
@Timeout(180)
class ServeSiteBrowserTest {
    /** What is saved before a page listens, it learns of late, and then loads again for it whatever it was. */
    private static final String SAYS_WHEN_IT_FOLLOWS = """
            window.EventSource = class extends EventSource {
              constructor(address) {
                super(address);
                this.addEventListener("build", () => { window.follows = true; }, { once: true });
              }
            };
            """;

    private static Chromium chromium;

    @TempDir
    private Path folder;

    private final LineQueue out = new LineQueue();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private SampleSite site;
    private Thread command;
    private String address;
    private Page page;

    @BeforeAll
    static void open() {
        chromium = Chromium.start("served site");
    }

    @AfterAll
    static void shut() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void serve() throws InterruptedException {
        site = SampleSite.in(folder.resolve("site"));
        site.put("bengal.toml", "title = \"Try\"\nbaseurl = \"https://example.org/docs\"\n");
        site.put("assets/bengal.css", "h1 { color: rgb(1, 2, 3); }\n");
        Surface surface = new Surface(out.writer(), new LineQueue().writer(), Map.of(), false);
        command = new Thread(() -> Bengal.run(surface, folder, "serve", "site", "--port", "0", "--no-metrics"));
        command.start();
        address = out.next();
        out.next();
        page = chromium.page(complaints);
        page.addInitScript(SAYS_WHEN_IT_FOLLOWS);
        page.navigate(address + "guide/first/");
        page.waitForFunction("window.follows");
    }

    @AfterEach
    void stop() throws InterruptedException {
        page.close();
        command.interrupt();
        command.join();
    }

    private void write(String text) {
        site.put("content/guide/first.md", "---\ntitle: First\n---\n\n" + text + "\n");
    }

    @Test
    void openPage_followsEverySave() {
        write("Other words.");
        page.waitForSelector("text=Other words.");

        site.put("content/guide/first.md", "---\ntitle: [First\n---\n\n<img src=x onerror=window.hacked=1>\n");
        page.waitForSelector("h1:has-text('could not be built')");
        assertThat(page.locator("h2").innerText()).isEqualTo("content/guide/first.md:3");
        assertThat(page.locator("pre").innerText()).contains("2 | title: [First");
        assertThat(page.url()).isEqualTo(address + "guide/first/");

        write("Mended words.");
        page.waitForSelector("text=Mended words.");
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(complaints).isEmpty();
    }

    @Test
    void unknownAddress_followsUntilThereIsAPage() {
        page.navigate(address + "guide/second/");
        assertThat(page.locator("h1").innerText()).isEqualTo("Page not found");

        site.put("content/guide/second.md", "---\ntitle: Second\n---\n\nHere now.\n");
        page.waitForSelector("text=Here now.");
    }

    @Test
    void styleSheet_isTakenWithoutLoadingThePageAgain() {
        page.evaluate("window.kept = 'yes'");
        assertThat(colour()).isEqualTo("rgb(1, 2, 3)");

        site.put("assets/bengal.css", "h1 { color: rgb(4, 5, 6); }\n");
        page.waitForFunction("getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)'");
        assertThat(page.evaluate("window.kept")).isEqualTo("yes");

        // The page knows which build it shows, and loads again for the next one.
        write("Other words.");
        page.waitForSelector("text=Other words.");
        assertThat(page.evaluate("window.kept")).isNull();
        assertThat(colour()).isEqualTo("rgb(4, 5, 6)");
        assertThat(complaints).isEmpty();
    }

    private Object colour() {
        return page.evaluate("getComputedStyle(document.querySelector('h1')).color");
    }

    @Test
    void policyOfTheSite_doesNotKeepThePageFromFollowing() {
        // Before the save: the page that is left would load again for it, and may then win over where it is led to.
        page.navigate(address + "strict.html");
        site.put(
                "static/strict.html",
                "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\"><p>Strict.</p>");
        page.waitForSelector("text=Strict.");

        site.put(
                "static/strict.html",
                "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\"><p>Still strict.</p>");
        page.waitForSelector("text=Still strict.");
    }
}
