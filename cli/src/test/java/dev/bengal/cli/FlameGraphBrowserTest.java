package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The flame graph of a build, in a real browser. */
@Timeout(180)
class FlameGraphBrowserTest {
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void flameGraph_isDrawnSearchedAndEnlarged() {
        try (Chromium chromium = Chromium.start("flame graph")) {
            SampleSite.in(folder);
            Terminal terminal = new Terminal(folder);
            terminal.run("build", "--allocations");
            terminal.run("perf", "show", "--flamegraph", "flame.html");
            Page page = chromium.page(complaints);
            page.navigate(folder.resolve("flame.html").toUri().toString());
            page.waitForSelector("#graph .frame");
            int all = frames(page);
            assertThat(all).isGreaterThan(10);
            assertThat(page.locator("#reset").isDisabled()).isTrue();

            page.fill("#search", "BuildCommand.call");
            page.waitForSelector("#graph .hit");
            assertThat(page.locator("#found").innerText()).matches("\\d+ frames?, .* % of all");
            page.locator("#graph .hit").first().click();
            assertThat(page.locator("#details").innerText()).contains("dev.bengal.cli.BuildCommand.call", " of all");
            // Callers above it are as wide as it is, and what they called besides is gone.
            assertThat(page.locator("#graph .above").count()).isPositive();
            assertThat(page.locator("#graph .hit").first().boundingBox().width)
                    .isEqualTo(page.locator("#graph .above").first().boundingBox().width);

            page.click("#reset");
            assertThat(frames(page)).isEqualTo(all);
            assertThat(page.locator("#graph .above").count()).isZero();
            assertThat(complaints).isEmpty();
        }
    }

    private static int frames(Page page) {
        return page.locator("#graph .frame").count();
    }
}
