package dev.bengal.benchmarks.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium without a window. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** @throws IllegalStateException where there is none */
    static Chromium open() {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException("There is no " + PROGRAM + "; 'apt-get install chromium' brings it.");
        }
        return new Chromium(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** A page that knows nothing of the others, in UTC; width and height in CSS pixels. */
    Page page(int width, int height, ColorScheme colours) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(colours)
                        .setTimezoneId("UTC"))
                .newPage();
    }

    /** Shows a page of the dashboard, and waits until it is there. */
    static void show(Page page, String address) {
        page.navigate(address);
        page.waitForSelector("main:not([aria-busy]) h1", new Page.WaitForSelectorOptions().setTimeout(120_000));
    }

    String version() {
        return browser.version();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
