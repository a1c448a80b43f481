package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesCommandTest {
    /** Twenty builds at some 100, then ten at some 150. */
    private static final String STEP = "[100,101,99,100,102,98,100,101,99,100,100,101,99,100,102,98,100,101,99,100,"
            + "150,151,149,150,152,148,150,151,149,150]";

    @TempDir
    private Path folder;

    @Test
    void series_answersEachLineInItsOrder() throws IOException {
        write("{\"series_id\": \"a\\\"b\", \"values\": " + STEP + "}", "", "{\"series_id\": 7, \"values\": [1, 2, 3]}");

        Terminal.Run run = new Terminal(folder).run("perf", "changes", "--series", "s.jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                        {"series_id": "a\\"b", "change_points": [20]}
                        {"series_id": 7, "change_points": []}
                        """);
    }

    @Test
    void series_blamesNoCommitWhereTheMachineChanged() throws IOException {
        String machines = "\"x\",".repeat(20) + "\"y\",".repeat(9) + "\"y\"";
        write("{\"series_id\": 1, \"values\": " + STEP + ", \"machine\": [" + machines + "]}");

        Terminal.Run run = new Terminal(folder).run("perf", "changes", "--series", "s.jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("{\"series_id\": 1, \"change_points\": []}\n");
    }

    @Test
    void online_addsWhatWasSeenWhen() throws IOException {
        write("{\"series_id\": 1, \"values\": " + STEP + "}");

        Terminal.Run run = new Terminal(folder).run("perf", "changes", "--series", "s.jsonl", "--online");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .matches("\\{\"series_id\": 1, \"change_points\": \\[20], \"alarms\": \\[\\[2\\d, 20]]}\\R");
    }

    @Test
    void series_namesDamagedLinesAndAnswersTheOthers() throws IOException {
        write(
                "{\"series_id\": 1, \"values\": [1, \"x\"]}",
                "{\"values\": []}",
                "{\"series_id\": 2",
                "[]",
                "{\"series_id\": 3, \"values\": [1, 2], \"machine\": [1]}",
                "{\"series_id\": 4, \"values\": [1, 2]}");

        Terminal.Run run = new Terminal(folder).run("perf", "changes", "--series", "s.jsonl");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEqualToNormalizingNewlines("{\"series_id\": 4, \"change_points\": []}\n");
        assertThat(run.err())
                .contains("s.jsonl:1: value 2 is not a number")
                .contains("s.jsonl:2: 'series_id' is missing")
                .contains("s.jsonl:3: not JSON")
                .contains("s.jsonl:4: not a JSON object")
                .contains("s.jsonl:5: 2 values but 1 machine;");
    }

    @Test
    void series_saysThatThereIsNoFile() {

        Terminal.Run run = new Terminal(folder).run("perf", "changes", "--series", "none.jsonl");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no file ").contains("none.jsonl");
    }

    private void write(String... lines) throws IOException {
        Files.writeString(folder.resolve("s.jsonl"), String.join("\n", lines) + "\n");
    }
}
