package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewSiteTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void newSite_buildsWithoutAWarningAndAllItsLinksLeadSomewhere() {
        Terminal.Run made = terminal.run("new", "fresh", "--title", "A \"b\" <i>\\x");
        Terminal.Run built = terminal.run("build", "fresh", "--strict", "--no-metrics");
        Terminal.Run checked = terminal.run("check-links", "fresh");

        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).contains("fresh/content/_index.md");
        assertThat(built.exitCode()).isZero();
        assertThat(built.err()).isEmpty();
        assertThat(folder.resolve("fresh/public/index.html"))
                .content()
                .contains("&lt;i&gt;\\x")
                .doesNotContain("<i>");
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.out()).isEmpty();
    }

    @Test
    void newSite_writesNothingIntoAFolderThatHoldsSomething() throws IOException {
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/mine.txt"), "mine");

        Terminal.Run run = terminal.run("new", "full");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not empty; nothing was written");
        assertThat(folder.resolve("full")).isDirectoryNotContaining("glob:**bengal.toml");
    }

    @Test
    void strict_failsOverAWarningAndWritesTheSite() throws IOException {
        page("# Hi\n\n[[gone]]\n");

        assertThat(terminal.run("build", "bad", "--no-metrics").exitCode()).isZero();
        Terminal.Run strict = terminal.run("build", "bad", "--no-metrics", "--full", "--strict");

        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.err()).contains("--strict: 1 warning above");
        assertThat(folder.resolve("bad/public/index.html")).exists();
    }

    @Test
    void checkLinks_namesPageTargetAndReason() throws IOException {
        page("# Hi\n\n[x](/nowhere/) [y](#none) [e](https://example.invalid/) [self](/)\n");
        terminal.run("build", "bad", "--no-metrics");

        Terminal.Run run = terminal.run("check-links", "bad");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .containsExactly(
                        "index.html: #none: the page has no such anchor",
                        "index.html: /nowhere/: no such page or file");
        assertThat(run.err()).contains("; 2 lead nowhere.");
    }

    @Test
    void checkLinks_countsOneAsOne() throws IOException {
        Files.createDirectories(folder.resolve("built"));
        Files.writeString(folder.resolve("built/index.html"), "<a href=\"/nowhere/\">x</a>");
        page("# Hi\n");

        assertThat(terminal.run("check-links", "bad", "--output", "built").err())
                .contains("1 page with 1 link; 1 leads nowhere.");
    }

    @Test
    void checkLinks_wantsABuiltSite() throws IOException {
        page("# Hi\n");

        Terminal.Run run = terminal.run("check-links", "bad");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Build it first");
    }

    private void page(String text) throws IOException {
        Files.createDirectories(folder.resolve("bad/content"));
        Files.writeString(folder.resolve("bad/content/_index.md"), text);
    }
}
