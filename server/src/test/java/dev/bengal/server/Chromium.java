package dev.bengal.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's browser, for as long as a class of tests takes. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    /** Starts it; where there is none, the tests say that they are skipped. */
    static Chromium start() {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "SKIPPED: no page was looked at, since there is no " + PROGRAM
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

    @Override
    public void close() {
        playwright.close();
    }
}
