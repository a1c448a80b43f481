package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class BenchCommandTest {
    private static final String SECRET = "hunter2";

    @TempDir
    private Path folder;

    private Terminal.Run bench(String... arguments) {
        List<String> words = new ArrayList<>(List.of("perf", "bench", "-C", folder.toString()));
        words.addAll(List.of(arguments));
        return new Terminal(folder).run(words.toArray(String[]::new));
    }

    @Test
    void runs_areRecordedAndTheLastHoldsAllSamples() {
        Terminal.Run run = bench("--runs", "6", "--", "true");
        List<String> lines = new Records(folder).lines();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().findFirst().orElseThrow())
                .matches("Command +Runs +Median +95 % interval +Min +Max +User +System +Peak RSS +Outliers");
        assertThat(run.out()).containsPattern("\nbench true +6 +\\S+ +\\S+ to \\S+ ");
        assertThat(lines)
                .hasSize(6)
                .allSatisfy(line -> assertThat(Records.value(line, "scenario")).isEqualTo("bench true"));
        assertThat(lines.subList(0, 5)).noneMatch(line -> line.contains("bench.duration_ms"));
        assertThat(lines.get(5))
                .containsPattern(
                        "\"name\":\"bench.duration_ms\",\"value\":[0-9.]+,\"unit\":\"ms\",\"direction\":\"lower\","
                                + "\"noise\":\"noisy\",\"samples\":\\[([0-9.]+,){5}[0-9.]+\\],\"source\":\"median of 6 runs\"");
    }

    @Test
    void commands_takeTurnsAfterTheirWarmUpsAndPreparations() throws IOException {
        Terminal.Run run = bench(
                "--runs",
                "2",
                "--warmup",
                "1",
                "--prepare",
                "printf p >>log",
                "--command",
                "sh -c 'printf b >>log'",
                "--",
                "sh",
                "-c",
                "printf a >>log");

        assertThat(run.exitCode()).isZero();
        // Warm-up, first round, second round the other way around.
        assertThat(folder.resolve("log")).hasContent("papb" + "papb" + "pbpa");
        assertThat(new Records(folder).lines()).hasSize(4);
        assertThat(run.out()).contains("Fastest: bench sh", " times as long ", "fewer than 6 runs: no interval");
        assertThat(run.err()).contains("bench sh: sh -c 'printf a >>log'", "bench sh (2): sh -c 'printf b >>log'");
    }

    @Test
    void parameters_areFilledIn() throws IOException {
        bench(
                "-r",
                "1",
                "-P",
                "x=1,2",
                "-P",
                "y=a,b",
                "--prepare",
                "printf '<{y}'>>log",
                "sh",
                "-c",
                "printf '{x}{y}>' >>log");

        assertThat(folder.resolve("log")).hasContent("<a1a><b1b><a2a><b2b>");
        assertThat(new Records(folder).lines())
                .extracting(line -> Records.value(line, "scenario"))
                .containsExactly("bench sh x=1 y=a", "bench sh x=1 y=b", "bench sh x=2 y=a", "bench sh x=2 y=b");
    }

    @Test
    void failingRun_stopsAndIsRecorded() {
        Terminal.Run run = bench("--runs", "3", "--", "sh", "-c", "exit 4");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("run 1 of bench sh ended with exit code 4", "--ignore-failure", "--show-output");
        assertThat(run.out()).isEmpty();
        assertThat(new Records(folder).lines())
                .singleElement()
                .extracting(line -> Records.value(line, "outcome"))
                .isEqualTo("failed");
    }

    @Test
    void failingRuns_goOnWhereTheyAreIgnored() {
        Terminal.Run run = bench("--runs", "3", "--ignore-failure", "--", "sh", "-c", "exit 4");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("3 of 3 runs of bench sh failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '@',
            value = {
                "-- no-such-program ~ no-such-program cannot be run: No such file",
                "--warmup 1 -r 1 -- false ~ warm-up run 1 of bench false ended with exit code 1",
                "--prepare false -r 1 -- true ~ the preparation 'false' ended with exit code 1",
                "--runs 0 -- true ~ '0' is no number of runs",
                "--runs many -- true ~ 'many' is no number of runs",
                "--parameter x -- true ~ 'x' is no parameter",
                "--parameter x=1 -- true ~ no command holds {x}",
                "--scenario a --scenario b true ~ 1 commands and 2 names",
                "--command a|b ~ only a shell understands",
                "--export-csv no/such/x.csv true ~ no/such does not exist",
                "--runs 2 ~ there is no command to run"
            })
    void whatCannotBeDone_isASentence(String arguments, String sentence) {
        Terminal.Run run = bench(arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).anyMatch(line -> line.contains(sentence));
        assertThat(run.err()).doesNotContain("should not have happened");
    }

    @Test
    void exports_areWritten() {
        Terminal.Run run = bench(
                "-r",
                "1",
                "--export-json",
                "b.json",
                "--export-csv",
                "b.csv",
                "--export-markdown",
                "b.md",
                "--",
                "true",
                SECRET);

        assertThat(run.exitCode()).isZero();
        assertThat(folder.resolve("b.json")).content().contains("\"scenario\" : \"bench true\"");
        assertThat(folder.resolve("b.csv")).content().startsWith("scenario,runs,failures,median_ms");
        assertThat(folder.resolve("b.md")).content().startsWith("| Command | Runs |");
    }

    @Test
    void secrets_areNeitherInTheHistoryNorInTheExports() {
        bench("-r", "1", "--export-json", ".bengal-metrics/b.json", "--", "true", SECRET);
        assertThat(new Records(folder).lines()).isEmpty(); // The folder was not there to export to.
        bench("-r", "1", "--", "true", SECRET);
        bench("-r", "1", "--export-json", ".bengal-metrics/b.json", "--", "true", SECRET);

        assertThat(new Records(folder).lines()).hasSize(2);
        assertThat(new Records(folder).everything()).doesNotContain(SECRET).contains("\"command\" : null");
        bench("-r", "1", "--keep-arguments", "--export-json", "b.json", "--", "true", SECRET);
        assertThat(folder.resolve("b.json")).content().contains("\"command\" : \"true " + SECRET + "\"");
    }

    @Test
    void output_isShownOnRequestOnly() throws Exception {
        BengalProcess quiet = BengalProcess.start(folder, "perf", "bench", "-r", "1", "--", "echo", "loud");
        BengalProcess shown =
                BengalProcess.start(folder, "perf", "bench", "-r", "1", "--show-output", "--", "echo", "loud");

        assertThat(new String(quiet.out(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("loud");
        assertThat(new String(shown.out(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("loud\n");
    }

    @Test
    void signal_stopsTheBench() throws Exception {
        BengalProcess process = BengalProcess.start(
                folder,
                "perf",
                "bench",
                "-C",
                ".",
                "--show-output",
                "--",
                "sh",
                "-c",
                "echo ready; while :; do :; done");
        assertThat(process.line()).isEqualTo("ready");
        process.signal("TERM");

        assertThat(process.exitCode()).isEqualTo(143);
        assertThat(process.err()).contains("stopped by a signal; 1 run is recorded");
        assertThat(Records.value(new Records(folder).last(), "outcome")).isEqualTo("interrupted");
    }
}
