package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerfCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void noHistory_isASentenceThatSaysHowToMakeOne() {
        Terminal.Run run = terminal.run("perf", "-C", ".");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .singleElement()
                .asString()
                .contains("No builds are recorded", "bengal build SITE");
        assertThat(terminal.run("perf", "-C", ".", "--format", "json").out().strip())
                .isEqualTo("[]");
    }

    @Test
    void historyOfAFolderBelow_isPointedAt() {
        SampleSite.in(folder.resolve("docs"));
        terminal.run("build", "docs");

        assertThat(terminal.run("perf", "-C", ".").out())
                .contains(folder.resolve("docs").toString())
                .contains("bengal perf -C docs");
    }

    @Test
    void table_hasALineABuildAndTheTrend() {
        SampleSite.in(folder);
        terminal.run("build");
        terminal.run("build", "--full");
        Terminal.Run run = terminal.run("perf");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().findFirst().orElseThrow())
                .matches("Date +Commit +Scenario +Pages +Time +RSS( +Heap)? +Allocated");
        assertThat(run.out().lines().filter(line -> line.contains("site full    ")))
                .hasSize(2);
        assertThat(run.out()).contains("Trend of site full, first to last of 2 comparable builds");
        assertThat(terminal.run("perf", "-n", "99999999999").out()).contains("of 2 comparable builds");
    }

    @Test
    void root_isFoundFromAFolderBelowIt() throws IOException {
        SampleSite.in(folder);
        terminal.run("build");
        Path below = Files.createDirectories(folder.resolve("content/guide"));

        assertThat(terminal.in(below).run("perf").out()).contains("site full");
    }

    @Test
    void last_limitsTheBuilds() {
        SampleSite.in(folder);
        for (int i = 0; i < 3; i++) {
            terminal.run("build");
        }
        assertThat(terminal.run("perf", "-n", "1").out()).contains("No trend: it takes two");
        assertThat(terminal.run("perf", "--last", "2").out()).contains("of 2 comparable builds");
    }

    @Test
    void last_mustBeANumberAboveZero() {
        assertThat(terminal.run("perf", "-n", "0").exitCode()).isEqualTo(2);
        assertThat(terminal.run("perf", "-n", "0").err()).contains("at least 1");
        assertThat(terminal.run("perf", "-n", "-3").exitCode()).isEqualTo(2);
        assertThat(terminal.run("perf", "-n", "many").exitCode()).isEqualTo(2);
        assertThat(terminal.run("perf", "--format", "poem").exitCode()).isEqualTo(2);
    }

    @Test
    void json_isTheRecordsExactlyAsStored() {
        SampleSite site = SampleSite.in(folder);
        terminal.run("build");
        terminal.run("build");

        assertThat(terminal.run("perf", "-f", "json").out())
                .isEqualTo(
                        "[\n" + site.records().get(0) + ",\n" + site.records().get(1) + "\n]\n");
    }

    @Test
    void damagedLines_arePlacedAndTheOthersShown() throws IOException {
        SampleSite site = SampleSite.in(folder);
        terminal.run("build");
        String good = site.records().get(0);
        String other = good.replaceFirst("\"build_id\":\"[^\"]*\"", "\"build_id\":\"other\"");
        Files.writeString(site.history(), "{}\n" + good + "\n\nnonsense\n" + other + "\n" + good.substring(0, 90));
        Terminal.Run run = terminal.run("perf");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("of 2 comparable builds");
        assertThat(run.err().lines())
                .anyMatch(line -> line.startsWith(site.history() + ":1: not a build record"))
                .anyMatch(line -> line.equals(site.history() + ":3: blank line"))
                .anyMatch(line -> line.startsWith(site.history() + ":4: not "))
                .anyMatch(line -> line.startsWith(site.history() + ":6: not JSON"))
                .contains("3 damaged lines; 2 builds were read.");
    }

    @Test
    void historyOption_readsAnyFile() throws IOException {
        Path file = folder.resolve("old.jsonl");
        Files.writeString(file, """
                {"timestamp": "2025-10-01T10:00:00.5", "python_version": "3.12.1", "platform": "linux", "total_pages": 12.0, "regular_pages": 9, "total_assets": 3, "build_time_ms": 1234.5, "incremental": false, "parallel": true, "skipped": false, "rendering_time_ms": 900.0, "memory_rss_mb": 41.5, "memory_heap_mb": 0.0, "memory_peak_mb": 0.0}
                """);
        Terminal.Run run = terminal.run("perf", "--history", "old.jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("site full +9  1\\.23s  41\\.5MB");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void historyOption_namesAFileThatIsThere() {
        assertThat(terminal.run("perf", "--history", "none.jsonl").exitCode()).isEqualTo(2);
        assertThat(terminal.run("perf", "--history", "none.jsonl").err()).contains("none.jsonl", "does not exist");
        assertThat(terminal.run("perf", "--history", ".").err()).contains("is a folder");
    }

    @Test
    void folderOption_namesAFolder() {
        Terminal.Run run = terminal.run("perf", "-C", "none");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("none", "is no folder");
    }
}
