package dev.bengal.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium. Without it a test is skipped, and the reports say so. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @param what is not looked at where there is none */
    static Chromium start(String what) {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "SKIPPED: no " + what + " was looked at, since there is no " + PROGRAM
                        + "; 'apt-get install chromium' brings it.");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(PROGRAM)
                                .setArgs(List.of("--no-sandbox"))));
    }

    /** An empty page; {@code complaints} gets what its scripts throw. */
    Page page(List<String> complaints) {
        Page page = browser.newPage();
        page.onPageError(complaints::add);
        return page;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
