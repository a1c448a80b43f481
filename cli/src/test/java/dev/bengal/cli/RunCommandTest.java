package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class RunCommandTest {
    private static final String SECRET = "hunter2";

    @TempDir
    private Path folder;

    /** Those that run in this JVM share its streams with the test runner: they read and write nothing. */
    private Terminal.Run run(String... arguments) {
        List<String> words = new ArrayList<>(List.of("perf", "run", "-C", folder.toString()));
        words.addAll(List.of(arguments));
        return new Terminal(folder).run(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"exit 0, 0, success", "exit 3, 3, failed", "kill -9 $$, 137, failed"})
    void exitCode_isThatOfTheCommand(String script, int exitCode, String outcome) {
        Terminal.Run run = run("--", "sh", "-c", script);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out() + run.err()).isEmpty();
        assertThat(Records.value(new Records(folder).last(), "outcome")).isEqualTo(outcome);
        assertThat(new Records(folder).last()).contains("{\"name\":\"exit_code\",\"value\":" + exitCode);
    }

    @Test
    void programThatIsNotThere_isASentenceAndARecord() {
        Terminal.Run run = run("--", "no-such-program", SECRET);

        assertThat(run.exitCode()).isEqualTo(127);
        assertThat(run.err()).isEqualTo("bengal: no-such-program: No such file or directory" + System.lineSeparator());
        assertThat(Records.value(new Records(folder).last(), "outcome")).isEqualTo("failed");
    }

    @Test
    void programThatCannotBeRun_is126() {
        assertThat(run("--", folder.toString()).exitCode()).isEqualTo(126);
        assertThat(new Records(folder).lines()).hasSize(1);
    }

    @Test
    void secrets_areNowhereInTheHistory() {
        run("--", "true", "--token=" + SECRET, SECRET);
        run("--", "no-such-program", SECRET);
        run("--", "deploy --token " + SECRET);
        run("--", "PASSWORD=" + SECRET, "make");
        run("--", "sh", "-c", ": " + SECRET);
        run("--scenario", "named", "--", "env", "TOKEN=" + SECRET, "true");

        assertThat(new Records(folder).lines()).hasSize(6);
        assertThat(new Records(folder).everything()).doesNotContain(SECRET);
        assertThat(Records.value(new Records(folder).last(), "tool")).matches("env \\(arguments [0-9a-f]{12}\\)");
    }

    @Test
    void arguments_areKeptWhereThatIsAskedFor() {
        run("--keep-arguments", "--", "true", "a b", SECRET);

        assertThat(Records.value(new Records(folder).last(), "tool")).isEqualTo("true 'a b' " + SECRET);
    }

    @Test
    void scenario_isTheNameOrTheProgram() {
        run("--", "true", "x");
        run("--scenario", "nightly build", "--", "true");

        assertThat(new Records(folder).lines())
                .extracting(line -> Records.value(line, "scenario"))
                .containsExactly("true", "nightly build");
        assertThat(run("--scenario", " ", "--", "true").exitCode()).isEqualTo(2);
    }

    @Test
    void environment_knowsNoJava() {
        run("--", "true");

        assertThat(new Records(folder).last()).contains("\"java_version\":null", "\"jvm_flags\":[]");
    }

    @Test
    void nestedRecordings_nameTheirParents() {
        List<String> words = new ArrayList<>(List.of("--scenario", "outer", "--"));
        words.addAll(BengalProcess.command());
        words.addAll(List.of("perf", "run", "-C", folder.toString(), "--scenario", "inner", "--", "true"));
        assertThat(run(words.toArray(String[]::new)).exitCode()).isZero();
        List<String> lines = new Records(folder).lines();

        assertThat(lines).extracting(line -> Records.value(line, "scenario")).containsExactly("inner", "outer");
        assertThat(Records.value(lines.get(0), "parent_build")).isEqualTo(Records.value(lines.get(1), "build_id"));
        assertThat(Records.value(lines.get(1), "parent_build")).isEqualTo("null");
    }

    /** Both would stand in one series, each build twice and once slower than the other time. */
    @Test
    void commandThatRecordsItselfUnderTheSameName_leavesThatNameToIt() {
        List<String> words = new ArrayList<>(List.of("--scenario", "same", "--summary", "--"));
        words.addAll(BengalProcess.command());
        words.addAll(List.of("perf", "run", "-C", folder.toString(), "--scenario", "same", "--", "true"));
        Terminal.Run run = run(words.toArray(String[]::new));
        List<String> lines = new Records(folder).lines();

        assertThat(lines).extracting(line -> Records.value(line, "scenario")).containsExactly("same", "run same");
        assertThat(Records.value(lines.get(0), "parent_build")).isEqualTo(Records.value(lines.get(1), "build_id"));
        assertThat(run.err()).startsWith("run same | ");
    }

    @Test
    void metricsDirectory_isPassedOnWhereItWasGiven() throws IOException {
        Path told = folder.resolve("told");
        run("--metrics-dir", "elsewhere", "--", "sh", "-c", "echo $BENGAL_METRICS_DIR >'" + told + "'");

        assertThat(Files.readString(told).strip())
                .isEqualTo(folder.resolve("elsewhere").toString());
        assertThat(folder.resolve("elsewhere/history.jsonl")).exists();
    }

    @Test
    void summary_isSaidWhereItIsAskedFor() {
        assertThat(run("--summary", "--", "true").err()).startsWith("true | 0.").contains(" CPU | ");
        assertThat(run("--summary", "--", "true", "other").err()).contains("had other arguments; --scenario NAME");
        assertThat(run("--no-summary", "--", "true").err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--phase-pattern=( -- true", "--no-such-option -- true"})
    void wrongUsage_runsNothing(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))
                        .exitCode())
                .isEqualTo(2);
        assertThat(new Records(folder).lines()).isEmpty();
    }

    /** What Java made of the bytes is not what was typed. */
    @Test
    void argumentThatJavaCannotRead_runsNothing() {
        Terminal.Run run = run("--", "touch", "caf\uFFFD");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot read in this locale", "LC_ALL=C.UTF-8");
        assertThat(new Records(folder).lines()).isEmpty();
        assertThat(folder.resolve("caf\uFFFD")).doesNotExist();
    }

    @Test
    void historyThatCannotBeWritten_costsAWarning() throws IOException {
        Files.writeString(folder.resolve(".bengal-metrics"), "a file");
        Terminal.Run run = run("--", "sh", "-c", "exit 5");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("warning: this run was not recorded");
    }

    /** What the command gets is what stands behind it, whatever it looks like. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void arguments_reachTheCommandAsTheyAre(boolean dashes) throws Exception {
        List<String> words = new ArrayList<>(List.of("perf", "run"));
        if (dashes) {
            words.add("--");
        }
        words.addAll(List.of("printf", "[%s]", "a b", "", "@file", "--help", "--", "-C", "'x'", "\"y\"", "${HOME}"));
        BengalProcess process = BengalProcess.start(folder, words.toArray(String[]::new));

        assertThat(new String(process.out(), StandardCharsets.UTF_8))
                .isEqualTo("[a b][][@file][--help][--][-C]['x'][\"y\"][${HOME}]");
        assertThat(process.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--phase-pattern=x"})
    void streams_passThroughByteForByte(String option) throws Exception {
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        List<String> words = new ArrayList<>(List.of("perf", "run"));
        if (!option.isEmpty()) {
            words.add(option);
        }
        words.addAll(List.of("--", "sh", "-c", "cat; echo words >&2; exit 7"));
        BengalProcess process =
                BengalProcess.start(folder, words.toArray(String[]::new)).feed(bytes);

        assertThat(process.out()).isEqualTo(bytes);
        assertThat(process.err()).isEqualTo("words\n");
        assertThat(process.exitCode()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"INT, 7", "TERM, 9", "HUP, 11"})
    void signal_isPassedOnAndTheRecordSaysInterrupted(String signal, int exitCode) throws Exception {
        assumeTrue(
                isTrappable(signal),
                "SKIPPED: the tests were started with SIG" + signal
                        + " ignored, as nohup does; no shell below them can trap it.");
        BengalProcess process = BengalProcess.start(
                folder,
                "perf",
                "run",
                "-C",
                ".",
                "--",
                "sh",
                "-c",
                "trap 'echo int; exit 7' INT; trap 'echo term; exit 9' TERM; trap 'echo hup; exit 11' HUP;"
                        + " echo ready; while :; do :; done");
        assertThat(process.line()).isEqualTo("ready");
        process.signal(signal);

        assertThat(process.line()).isEqualToIgnoringCase(signal);
        assertThat(process.exitCode()).isEqualTo(exitCode);
        assertThat(Records.value(new Records(folder).last(), "outcome")).isEqualTo("interrupted");
    }

    private static boolean isTrappable(String signal) throws Exception {
        String script = "trap 'exit 7' " + signal + "; kill -s " + signal + " $$; exit 0";
        return new ProcessBuilder("sh", "-c", script).start().waitFor() == 7;
    }

    @Test
    void signalThatEndsTheCommand_is128AndItsNumber() throws Exception {
        BengalProcess process = BengalProcess.start(
                folder, "perf", "run", "-C", ".", "--", "sh", "-c", "echo ready; while :; do :; done");
        assertThat(process.line()).isEqualTo("ready");
        process.signal("TERM");

        assertThat(process.exitCode()).isEqualTo(143);
        assertThat(Records.value(new Records(folder).last(), "outcome")).isEqualTo("interrupted");
    }

    @Test
    void phases_areLinesOfTheOutput() throws Exception {
        BengalProcess process = BengalProcess.start(
                folder,
                "perf",
                "run",
                "-C",
                ".",
                "--phase-pattern",
                "^== (.+) ==",
                "--",
                "sh",
                "-c",
                "echo '== compile =='; echo '== test =='");

        assertThat(process.exitCode()).isZero();
        assertThat(new Records(folder).last())
                .contains("\"phases\":[{\"name\":\"compile\"", "{\"name\":\"test\",\"parent\":null,\"thread\":null");
    }
}
