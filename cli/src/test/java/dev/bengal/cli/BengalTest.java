package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.terminal.AsciiWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BengalTest {
    @TempDir
    private Path folder;

    @Test
    void version_namesTheProgramAndJava() {
        Terminal.Run run = new Terminal(folder).run("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("^bengal \\d+\\.\\d+\\.\\d+")
                .contains("Java " + System.getProperty("java.version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "build", "perf", "perf show", "perf run", "perf bench", "config"})
    void help_isThereAtEveryLevel(String command) {
        Terminal terminal = new Terminal(folder);
        Terminal.Run run = terminal.run((command + " --help").strip().split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: bengal", "-C=DIR", "Exit codes:");
    }

    @Test
    void folder_mayBeCalledAsACommandIs() {
        SampleSite.in(folder.resolve("docs"));
        Terminal.Run run = new Terminal(folder).run("perf", "-C", "docs", "show");

        assertThat(run.err()).doesNotContain("Expected parameter");
        assertThat(run.err() + run.out()).contains("No build");
    }

    @Test
    void nothing_showsTheHelp() {
        assertThat(new Terminal(folder).run().out()).contains("Usage: bengal");
    }

    @Test
    void unknownCommand_isWrongUsage() {
        Terminal.Run run = new Terminal(folder).run("biuld");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("biuld");
    }

    @Test
    void unknownOption_isNamed_whateverItsValueIsReadAs() {
        Terminal terminal = new Terminal(folder);
        Terminal.Run run = terminal.run("perf", "--site", "docs");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Unknown option: '--site'", "Try 'bengal perf --help'");
        assertThat(terminal.run("--bogus", "perf", "docs").err())
                .contains("Unknown option: '--bogus'", "Try 'bengal --help'");
        assertThat(terminal.run("perf", "docs").err())
                .contains("Missing required parameter: 'FILE'", "Try 'bengal perf docs --help'");
    }

    @Test
    void config_saysWhereEachValueComesFrom() {
        SampleSite site = SampleSite.in(folder);
        site.put("bengal.toml", "title = \"Handbook\"\n\n[perf]\nproject = \"handbook\"\n");
        Terminal terminal = new Terminal(folder).with(Location.METRICS_VARIABLE, "kept");
        Terminal.Run run = terminal.run("config");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("root = " + folder)
                .containsPattern("site\\.title = Handbook +# bengal\\.toml")
                .containsPattern("perf\\.project = handbook +# bengal\\.toml")
                .containsPattern("perf\\.dir = .*kept +# BENGAL_METRICS_DIR")
                .containsPattern("site\\.language = en +# default");
        assertThat(terminal.run("config", "--metrics-dir", "other").out())
                .containsPattern("perf\\.dir = .*other +# --metrics-dir");
    }

    @Test
    void terminalWithoutUnicode_getsPlainSigns() {
        StringWriter shown = new StringWriter();
        new PrintWriter(new AsciiWriter(shown), true).println("– heap, −3 %, 1 → 2, ±0, …, é");

        assertThat(shown.toString().strip()).isEqualTo("- heap, -3 %, 1 -> 2, +-0, ..., ?");
    }
}
