package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bengal perf} on some of the builds, with some of the metrics. */
class PerfFilterTest {
    @TempDir
    private Path folder;

    private Terminal terminal;
    private Path history;

    @BeforeEach
    void fillHistory() throws IOException {
        terminal = new Terminal(folder);
        history = Files.createDirectories(folder.resolve(".bengal-metrics")).resolve("history.jsonl");
        Files.writeString(
                history,
                build("a", "2026-03-01T12:00:00Z", "site full", 100)
                        + build("b", "2026-03-02T12:00:00Z", "site full", 110)
                        + build("c", "2026-03-03T12:00:00Z", "mvn verify", 120)
                        + build("d", "2026-03-04T12:00:00Z", "site incremental", 130)
                                .replace("main", "feature/größer")
                                .replace("desk", "f00dfeed"));
    }

    private static String build(String id, String start, String scenario, int millis) {
        return """
                {"schema_version":1,"build_id":"%s","timestamp":"%s","project":"docs","scenario":"%s","outcome":"success",\
                "git_commit":"%s","git_branch":"main","git_dirty":false,"total_duration_ms":%d,\
                "phases":[{"name":"parse","duration_ms":%d,"outcome":"success"}],"environment":{"fingerprint":"desk"}}
                """.formatted(id, start, scenario, "f".repeat(40), millis, millis / 2);
    }

    private String csv(String... options) {
        String[] arguments = new String[options.length + 5];
        System.arraycopy(new String[] {"perf", "-C", ".", "--format", "csv"}, 0, arguments, 0, 5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        Terminal.Run run = terminal.run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .reduce("", String::concat);
    }

    @Test
    void filters_pickTheBuilds() {
        assertThat(csv()).isEqualTo("abcd");
        assertThat(csv("--since", "2026-03-02T12:00:00Z", "--until", "2026-03-03T12:00:00Z"))
                .isEqualTo("b");
        assertThat(csv("--branch", "main")).isEqualTo("abc");
        assertThat(csv("--scenario", "mvn verify")).isEqualTo("c");
        assertThat(csv("--environment", "f00d")).isEqualTo("d");
        assertThat(csv("--environment", "nowhere")).isEmpty();
        assertThat(csv("-n", "1", "--scenario", "site full")).isEqualTo("b");
        assertThat(csv("-n", "all")).isEqualTo("abcd");
    }

    @Test
    void filters_thatContradictEachOtherAreRefused() {
        Terminal.Run run = terminal.run("perf", "-C", ".", "--since", "2026-03-02", "--until", "2026-03-01");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--since is not before --until");
        assertThat(terminal.run("perf", "-C", ".", "--since", "yesterday").err())
                .contains("'yesterday' is no time; give 2026-03-04");
    }

    @Test
    void filters_thatNoBuildFulfilsAreSaid() {
        assertThat(terminal.run("perf", "-C", ".", "--branch", "gone").out())
                .contains("None of the 4 recorded builds is of that sort.");
        assertThat(terminal.run("perf", "--scenario", "site full", "--branch", "gone")
                        .out())
                .contains("None of the 4 recorded builds is of that sort.");
    }

    @Test
    void scenario_thatNobodyRecordedIsNamedWithThoseThatAreThere() {
        String sentence = "None of the 4 recorded builds is of the scenario 'gone';"
                + " there are 'site incremental', 'mvn verify', 'site full'.";

        assertThat(terminal.run("perf", "--scenario", "gone").out()).contains(sentence);
        assertThat(terminal.run("perf", "export", "--as", "csv", "--scenario", "gone")
                        .err())
                .contains(sentence);
        assertThat(terminal.run("perf", "changes", "--scenario", "gone").out()).contains(sentence);
    }

    @Test
    void metric_thatTablesCallSoIsNamedByItsKey() {
        assertThat(terminal.run("perf", "--metric", "Time").err())
                .contains("measured 'Time'. The newest one has total_duration_ms, phase.parse.duration_ms.");
        assertThat(terminal.run("perf", "--metric", "Parse time").err())
                .contains("measured 'Parse time'. The newest one has phase.parse.duration_ms.");
    }

    @Test
    void metric_isAColumnOfTheTableAndOfTheTrend() {
        Terminal.Run run = terminal.run(
                "perf",
                "-C",
                ".",
                "--scenario",
                "site full",
                "--metric",
                "phase.parse.duration_ms",
                "--metric",
                "cpu_ms");

        assertThat(run.out().lines().findFirst().orElseThrow()).matches("Date +Commit +Scenario +Parse time +CPU");
        assertThat(run.out()).contains("50.0ms", "55.0ms", "+10.0 %");
    }

    @Test
    void metric_thatNoBuildMeasuredIsRefusedWithThoseThatAreThere() {
        Terminal.Run run =
                terminal.run("perf", "-C", ".", "--metric", "phase.prase.duration_ms", "--scenario", "site full");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("None of these builds measured 'phase.prase.duration_ms'", "phase.parse.duration_ms");
    }

    @Test
    void metric_ofAPhaseIsFoundWithoutItsBeginning() {
        Terminal.Run whole = terminal.run("perf", "--scenario", "site full", "--metric", "phase.parse.duration_ms");
        Terminal.Run named = terminal.run("perf", "--scenario", "site full", "--metric", "parse.duration_ms");
        String[] csv = {"perf", "-f", "csv", "--scenario", "site full", "--metric"};

        assertThat(named.out()).isEqualTo(whole.out()).contains("Parse time");
        assertThat(terminal.run(with(csv, "parse.duration_ms")).out())
                .isEqualTo(terminal.run(with(csv, "phase.parse.duration_ms")).out())
                .contains(",phase.parse.duration_ms");
        assertThat(terminal.run("perf", "--metric", "prase.duration_ms").err())
                .contains("None of these builds measured 'prase.duration_ms'");
        Terminal.Run unknown = terminal.run(with(csv, "prase.duration_ms"));
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("None of these builds measured 'prase.duration_ms'");
    }

    @Test
    void csv_ofAMetricNamesDamagedLinesToo() throws IOException {
        Files.writeString(history, "oops\n", StandardOpenOption.APPEND);

        Terminal.Run run = terminal.run("perf", "-f", "csv", "--metric", "total_duration_ms", "-n", "1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).contains("not a JSON object", "1 damaged line; 4 builds were read.");
    }

    private static String[] with(String[] words, String last) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    @Test
    void metric_asCsvComesFromTheSeries() {
        assertThat(terminal.run(
                                "perf",
                                "-C",
                                ".",
                                "-f",
                                "csv",
                                "--scenario",
                                "site full",
                                "--metric",
                                "phase.parse.duration_ms")
                        .out())
                .isEqualTo("""
                        build_id,timestamp,project,scenario,git_commit,git_commit_time,environment,phase.parse.duration_ms
                        a,2026-03-01T12:00:00Z,docs,site full,%1$s,,desk,50
                        b,2026-03-02T12:00:00Z,docs,site full,%1$s,,desk,55
                        """.formatted("f".repeat(40)));
    }

    @Test
    void markdown_isATable() {
        assertThat(terminal.run("perf", "-C", ".", "-f", "markdown", "-n", "1")
                        .out()
                        .lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("|"));
    }
}
