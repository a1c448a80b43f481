package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void fillHistory() throws IOException {
        StepHistory.write(folder, 30, 20);
    }

    private Terminal.Run accept(String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"perf", "-C", ".", "accept"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return new Terminal(folder).run(arguments);
    }

    private String changes() {
        return new Terminal(folder).run("perf", "-C", ".", "changes").out();
    }

    private List<String> history() throws IOException {
        return Files.readAllLines(folder.resolve(".bengal-metrics").resolve("history.jsonl"));
    }

    @Test
    void accept_isWrittenIntoTheHistoryAndShown() throws IOException {
        Terminal.Run run = accept("20ab", "--why", "syntax highlighting is worth it");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("20abcdefabcd", "every metric");
        assertThat(history()).hasSize(31);
        assertThat(history().get(30))
                .contains(
                        "\"accepted\"",
                        "\"docs\"",
                        "\"" + StepHistory.commit(20) + "\"",
                        "\"syntax highlighting is worth it\"");
        assertThat(changes()).contains("confirmed, accepted");
    }

    @Test
    void accept_ofOneMetricLeavesTheOthers() {
        assertThat(accept("20abcdef", "--metric", "allocated_mb", "--why", "a larger cache")
                        .exitCode())
                .isZero();
        assertThat(changes()).doesNotContain("accepted");
        assertThat(accept("20abcdef", "--metric", "total_duration_ms", "--scenario", "site full", "--why", "fine")
                        .out())
                .contains("the level of total_duration_ms in 'site full'");
        assertThat(changes()).contains("accepted");
    }

    @Test
    void accept_ofAPhasesMetricIsKeptByItsWholeName() throws IOException {
        assertThat(accept("20abcdef", "--metric", "parse.duration_ms", "--why", "fine")
                        .out())
                .contains("the level of phase.parse.duration_ms");
        assertThat(history().get(30)).contains("\"phase.parse.duration_ms\"");
    }

    @Test
    void accept_ofAnotherCommitAcceptsNotThisChange() {
        assertThat(accept("10abcdef", "--why", "fine").exitCode()).isZero();
        assertThat(changes()).doesNotContain("accepted");
    }

    @Test
    void accept_ofACommitWithoutBuildsNamesOthers() throws IOException {
        Terminal.Run run = accept("deadbeef", "--why", "fine");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'deadbeef'", "29abcdefabcd, 28abcdefabcd, 27abcdefabcd");
        assertThat(history()).hasSize(30);
    }

    @Test
    void accept_ofWhatIsNotThereIsRefused() throws IOException {
        assertThat(accept("20ab", "--metric", "nothing", "--why", "fine").err()).contains("measured 'nothing'");
        assertThat(accept("20ab", "--scenario", "mvn", "--why", "fine").err()).contains("there are 'site full'");
        assertThat(accept("20ab", "--why", " ").err()).contains("--why is empty");
        assertThat(accept("20ab").exitCode()).isEqualTo(2);
        assertThat(history()).hasSize(30);
    }

    @Test
    void accept_ofAnAmbiguousBeginningAsksForMore() throws IOException {
        Path file = folder.resolve(".bengal-metrics").resolve("history.jsonl");
        Files.writeString(file, Files.readString(file).replace(StepHistory.commit(21), "20abcdef" + "0".repeat(32)));

        assertThat(accept("20abcdef", "--why", "fine").err()).contains("begin with '20abcdef'", "20abcdef0000");
    }

    @Test
    void accept_takesARevisionOfTheRepository() throws Exception {
        git("init", "--quiet");
        String recorded = commit("one");
        String unrecorded = commit("two");
        Path file = folder.resolve(".bengal-metrics").resolve("history.jsonl");
        Files.writeString(file, Files.readString(file).replace(StepHistory.commit(20), recorded));

        assertThat(accept("HEAD~1", "--why", "fine").out()).contains(recorded.substring(0, 12));
        assertThat(history().get(30)).contains("\"" + recorded + "\"");
        assertThat(accept("HEAD", "--why", "fine").err())
                .contains(unrecorded.substring(0, 12), "the nearest recorded ones are " + recorded.substring(0, 12));
    }

    private String commit(String message) throws IOException, InterruptedException {
        git(
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.org",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "--quiet",
                "--allow-empty",
                "-m",
                message);
        return git("rev-parse", "HEAD").strip();
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        return Git.run(folder, arguments);
    }
}
