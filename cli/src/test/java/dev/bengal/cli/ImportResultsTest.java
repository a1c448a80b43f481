package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bengal perf import} of what other tools measured. */
class ImportResultsTest {
    private static final String GO = """
            goos: linux
            cpu: Example CPU
            BenchmarkParse-8 100 1052 ns/op
            BenchmarkParse-8 100 1048 ns/op
            BenchmarkParse-8 100 1060 ns/op
            """;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(folder.resolve(".bengal-metrics"));
        terminal = new Terminal(folder);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String history() throws IOException {
        Path history = folder.resolve(".bengal-metrics/history.jsonl");
        return Files.exists(history) ? Files.readString(history) : "";
    }

    @Test
    void linesOfJsonThatAreNoRecords_areNoHistory() throws IOException {
        Path lines = file("series.jsonl", "{\"series_id\": \"a\"}\n{\"series_id\": \"b\"}\n");

        Terminal.Run run = terminal.run("perf", "import", "series.jsonl");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("bengal: " + lines + " is no history: none of its lines is a record. " + lines
                        + ":1: not a build record: no timestamp.\n");
        assertThat(history()).isEmpty();
    }

    private String summary() throws IOException {
        return Files.readString(folder.resolve(".bengal-metrics/summary.json"));
    }

    @Test
    void summary_isOfTheNewestBuildWhateverCameInLast() throws IOException {
        Path old = file("old.txt", GO);
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-03-01T00:00:00Z")));
        Path newer = file("newer.txt", GO.replace("1060", "1070"));
        Files.setLastModifiedTime(newer, FileTime.from(Instant.parse("2026-03-02T00:00:00Z")));

        terminal.run("perf", "import", "newer.txt");
        assertThat(summary()).contains("2026-03-02T00:00:00");
        Terminal.Run run = terminal.run("perf", "import", "old.txt");

        assertThat(run.err()).isEmpty();
        assertThat(summary()).contains("2026-03-02T00:00:00", "\"builds\" : 2").doesNotContain("2026-03-01T");
    }

    @Test
    void results_becomeABuildWithTheirSamples() throws IOException {
        file("bench.txt", GO);

        Terminal.Run run = terminal.run("perf", "import", "bench.txt");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).endsWith("bench.txt (go): 1 build brought in; 1 metric, scenario 'go'.\n");
        assertThat(history())
                .contains(
                        "\"scenario\":\"go\"",
                        "\"name\":\"BenchmarkParse#ns/op\",\"value\":1052,\"unit\":\"ns/op\",\"direction\":\"lower\"",
                        "\"samples\":[1052,1048,1060],\"source\":\"go\"",
                        "\"cpu_model\":\"Example CPU\"");
        assertThat(terminal.run("perf", "--metric", "BenchmarkParse#ns/op").out())
                .contains("1052ns/op");
    }

    @Test
    void resultsOfTwoTools_areToldOfEachOnALineOfItsOwn() throws IOException {
        file("bench.txt", GO);
        file("bench.json", "{\"a\":{\"latency\":{\"value\":1},\"size\":{\"value\":2}}}");

        Terminal.Run run = terminal.run("perf", "import", "bench.txt", "bench.json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .endsWith("bench.txt (go): 1 build brought in; 1 metric, scenario 'go'."),
                        line -> assertThat(line)
                                .endsWith("bench.json (bencher): 1 build brought in; 2 metrics, scenario 'bencher'."));
    }

    /** However its file came to be: this format tells no time of its own. */
    @Test
    void resultsOfATreeWithChanges_areSaidToCountForNothing() throws Exception {
        Git.run(folder, "init", "--quiet", "--initial-branch=main");
        Files.writeString(folder.resolve("a.txt"), "one");
        Git.run(folder, "add", "a.txt");
        Git.run(folder, "commit", "--quiet", "-m", "first");
        Files.writeString(folder.resolve("bench.txt"), "goos: linux\nBenchmarkParse-8 100 1052 ns/op\n");
        assertThat(terminal.run("perf", "import", "bench.txt").err()).doesNotContain("no commit");

        Files.writeString(folder.resolve("a.txt"), "two");
        Files.writeString(folder.resolve("bench.txt"), "goos: linux\nBenchmarkParse-8 100 1053 ns/op\n");
        assertThat(terminal.run("perf", "import", "bench.txt").err())
                .contains("changes that are in no commit", "--commit");
    }

    @Test
    void commitOutsideOfGit_isTakenByItsFullHash() throws IOException {
        file("bench.txt", GO);

        Terminal.Run run = terminal.run("perf", "import", "--commit", "abc1234", "bench.txt");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("bengal: --commit: git knows no repository in " + folder
                        + " to look 'abc1234' up in. Give the full hash, 40 or 64 hex digits.\n");

        assertThat(terminal.run("perf", "import", "--commit", "a".repeat(40), "bench.txt")
                        .exitCode())
                .isZero();
        assertThat(history()).contains("\"git_commit\":\"" + "a".repeat(40) + "\"", "\"git_dirty\":false");
        assertThat(piped(GO, "perf", "import", "--commit", "a".repeat(40), "-").out())
                .contains("0 builds brought in, 1 here already");
    }

    @Test
    void sameResultsOfACommit_comeInOnce() throws Exception {
        Git.run(folder, "init", "--quiet", "--initial-branch=main");
        file(".gitignore", "bench.txt\n");
        Git.run(folder, "add", ".gitignore");
        Git.run(folder, "commit", "--quiet", "-m", "first");
        Path file = file("bench.txt", GO);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-04T05:06:07Z")));
        terminal.run("perf", "import", "bench.txt");
        String before = history();
        assertThat(before).contains("\"timestamp\":\"2026-03-04T05:06:07.000Z\"");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-05T00:00:00Z")));

        Terminal.Run run = terminal.run("perf", "import", "bench.txt");

        assertThat(run.out()).contains("0 builds brought in, 1 here already");
        assertThat(piped(GO, "perf", "import", "-").out()).contains("0 builds brought in, 1 here already");
        assertThat(history()).isEqualTo(before);
    }

    @Test
    void valuesThatComeBack_areBuildsOfTheirOwnWhereNoCommitTellsThemApart() throws IOException {
        for (int day = 1; day <= 3; day++) {
            Path sizes = file(
                    "sizes.json",
                    "[{\"name\": \"app.js\", \"unit\": \"kB\", \"value\": " + (day == 2 ? 120 : 100) + "}]");
            Files.setLastModifiedTime(sizes, FileTime.from(Instant.parse("2026-03-0" + day + "T00:00:00Z")));
            assertThat(terminal.run("perf", "import", "--as", "customSmallerIsBetter", "sizes.json")
                            .out())
                    .contains("1 build brought in");
        }

        assertThat(terminal.run("perf", "import", "--as", "customSmallerIsBetter", "sizes.json")
                        .out())
                .contains("0 builds brought in, 1 here already");
        assertThat(terminal.run("perf", "--format", "csv", "--metric", "app.js").out())
                .containsPattern("(?s)100.*120.*100");
    }

    @Test
    void pipe_isReadAsStandardInput() throws IOException {
        assertThat(piped(GO, "perf", "import", "-", "--scenario", "parser bench")
                        .out())
                .contains("standard input (go): 1 build brought in; 1 metric, scenario 'parser bench'.");
        assertThat(history()).contains("\"scenario\":\"parser bench\"");
    }

    private Terminal.Run piped(String text, String... words) {
        InputStream usual = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return terminal.run(words);
        } finally {
            System.setIn(usual);
        }
    }

    @Test
    void malformed_takesNothingAtAll() throws IOException {
        file("good.json", "{\"a\":{\"latency\":{\"value\":1}}}");
        file("bad.json", "{\"results\":[{\"command\":\"x\",\"mean\":true}]}");

        Terminal.Run run = terminal.run("perf", "import", "good.json", "bad.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("bad.json: $.results[0].mean should be a number; nothing of this file was taken.");
        assertThat(history()).isEmpty();
    }

    @Test
    void historyThatIsNone_keepsTheOtherFilesOut() throws IOException {
        file("good.json", "{\"a\":{\"latency\":{\"value\":1}}}");
        file("good.jsonl", "{\"schema_version\":1,\"build_id\":\"a\",\"timestamp\":\"2026-03-04T00:00:00Z\"}\n");
        file("bad.jsonl", "{\"series_id\": \"a\"}\n");

        Terminal.Run run = terminal.run("perf", "import", "good.json", "good.jsonl", "bad.jsonl");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("bad.jsonl is no history");
        assertThat(run.out()).isEmpty();
        assertThat(history()).isEmpty();
        assertThat(terminal.run("perf", "import", "good.json", "good.jsonl").exitCode())
                .isZero();
    }

    @Test
    void format_canBeNamed() throws IOException {
        file("sizes.json", "[{\"name\":\"bundle\",\"unit\":\"kB\",\"value\":\"512\"}]");

        assertThat(terminal.run("perf", "import", "sizes.json").err()).contains("give --as customSmallerIsBetter");
        assertThat(terminal.run("perf", "import", "--as", "custombiggerisbetter", "sizes.json")
                        .exitCode())
                .isZero();
        assertThat(history()).contains("\"direction\":\"higher\"");
        assertThat(terminal.run("perf", "import", "--as", "xml", "sizes.json").err())
                .contains("'xml' is no format; known are jmh, hyperfine,");
    }

    @Test
    void whatAFileHolds_steersNoTerminal() throws IOException {
        file("bench.txt", "BenchmarkX 1 \u001b]0;mine\u0007 ns/op\nBenchmarkX 10 5 ns/op\n");

        Terminal.Run run = terminal.run("perf", "import", "bench.txt");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("should be a number").doesNotContain("\u001b");
    }

    @Test
    void historyOfAnotherTool_keepsItsCommitsAndTimes() throws IOException {
        file("data.js", """
                window.BENCHMARK_DATA = {"lastUpdate":1,"entries":{"Suite":[
                 {"commit":{"id":"%s","timestamp":"2026-03-01T12:00:00Z"},"date":1772362800000,"tool":"go",
                  "benches":[{"name":"B","value":1,"unit":"ns/op"}]},
                 {"commit":{"id":"%s","timestamp":"2026-03-02T12:00:00Z"},"date":1772449200000,"tool":"go",
                  "benches":[{"name":"B","value":2,"unit":"ns/op"}]}]}};
                """.formatted("a".repeat(40), "b".repeat(40)));

        assertThat(terminal.run("perf", "import", "data.js").out()).contains("2 builds brought in");
        assertThat(terminal.run("perf", "-f", "csv", "--metric", "B").out())
                .contains("2026-03-01T11:00:00Z", "a".repeat(40), "2026-03-02T11:00:00Z", "b".repeat(40));
    }

    @Test
    void exportedRecords_comeBackAsTheyWere() throws IOException {
        new HandWritten(folder).quiet().write();
        String before = history();
        file("builds.json", terminal.run("perf", "export", "--as", "json").out());
        Path other = Files.createDirectories(folder.resolve("other/.bengal-metrics"));

        Terminal.Run run = terminal.in(folder.resolve("other")).run("perf", "import", "../builds.json");

        assertThat(run.out()).contains("10 builds brought in");
        assertThat(other.resolve("history.jsonl")).hasContent(before);
    }

    @Test
    void namesThatSteerATerminal_areMadePrintable() throws IOException {
        file("bench.json", "{\"a\\u001b[2J\":{\"latency\":{\"value\":NaN},\"x\":{\"value\":1}}}");

        Terminal.Run run = terminal.run("perf", "import", "bench.json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("is NaN and was left out").doesNotContain("\u001b");
    }

    @Test
    void missingFile_isSaid() {
        Terminal.Run run = terminal.run("perf", "import", "nothing.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nothing.json does not exist");
    }
}
