package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks after a history: doctor, prune, import, exclude. */
class UpkeepCommandsTest {
    private static final String A = line("a", 5);
    private static final String B = line("b", 6);
    private static final String C = line("c", 7);

    @TempDir
    private Path folder;

    private Path file;
    private Terminal terminal;

    @BeforeEach
    void open() throws IOException {
        file = Files.createDirectories(folder.resolve(".bengal-metrics")).resolve("history.jsonl");
        terminal = new Terminal(folder);
    }

    @Test
    void doctor_saysThatAllIsWell() throws IOException {
        Files.writeString(file, A + B);

        Terminal.Run run = terminal.run("perf", "doctor");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .containsExactly(
                        file + ": 2 lines are sound.",
                        "The index is right, or there is none; it is made when the history is long enough.");
    }

    @Test
    void doctor_saysWhatItWouldDoAndThenDoesIt() throws IOException {
        Files.writeString(file, A + "oops\n\n" + B);

        Terminal.Run dry = terminal.run("perf", "doctor", "--dry-run");

        assertThat(dry.exitCode()).isEqualTo(2);
        assertThat(dry.out())
                .contains(
                        file + ":2: not a JSON object",
                        "1 line would be set aside in ",
                        "1 line, blank or there already, would be taken out.");
        assertThat(file).hasContent(A + "oops\n\n" + B);

        Terminal.Run run = terminal.run("perf", "doctor");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 line set aside in " + file.resolveSibling("history.damaged.jsonl") + ".");
        assertThat(file).hasContent(A + B);
        assertThat(file.resolveSibling("history.damaged.jsonl")).hasContent("oops\n");
        assertThat(terminal.run("perf", "doctor", "--dry-run").exitCode()).isZero();
    }

    @Test
    void doctor_cutsALongListShort() throws IOException {
        Files.writeString(file, "oops\n".repeat(15) + A);

        assertThat(terminal.run("perf", "doctor").out()).contains("... and 5 more such lines.", "15 lines set aside");
    }

    @Test
    void doctor_saysWhyItCannot() throws IOException {
        Files.createDirectory(file);

        Terminal.Run run = terminal.run("perf", "doctor");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(file + " cannot be read: Is a directory").doesNotContain("Exception");
    }

    @Test
    void doctor_ofNoHistorySaysHowToMakeOne() {
        Terminal.Run run = terminal.run("perf", "doctor", "-C", ".");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("No builds are recorded");
    }

    @Test
    void prune_movesOldBuildsToAnArchive() throws IOException {
        Files.writeString(file, A + B + C);

        Terminal.Run dry = terminal.run("perf", "prune", "--keep", "1", "--days", "0", "--dry-run");
        assertThat(dry.exitCode()).isZero();
        assertThat(dry.out().strip()).isEqualTo("Would move 1 build, of 2026-01-05 to 2026-01-05.");
        assertThat(file).hasContent(A + B + C);

        Terminal.Run run = terminal.run("perf", "prune", "--keep", "1", "--days", "0");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Moved 1 build, of 2026-01-05 to 2026-01-05, to ")
                .contains("history-");
        assertThat(archives()).hasSize(1);
        assertThat(Files.readString(file)).startsWith(B + C).contains("\"event\":\"pruned\"", "\"build_ids\":[\"a\"]");
        Terminal.Run again = terminal.run("perf", "prune", "--keep", "1", "--days", "0");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out().strip())
                .isEqualTo("Nothing to move: the one older build stands for its day or week, or is of a tag, an"
                        + " accepted change or a change point.");
        assertThat(archives()).hasSize(1);
    }

    /** Twelve builds, a day each. */
    @Test
    void prune_warnsWhereItTakesTheBaselineAndSaysWhyTheRestStays() throws Exception {
        Git.run(folder, "init", "-q");
        StepHistory.write(folder, 12, 12);

        assertThat(terminal.run("perf", "prune", "--keep", "8", "--days", "0").err())
                .isEmpty();
        String warning = "Of 'site full' on main 7 builds that count stay, and 'perf check' needs 8";
        assertThat(terminal.run("perf", "prune", "--keep", "5", "--days", "0", "--dry-run")
                        .err())
                .contains(warning);
        assertThat(terminal.run("perf", "prune", "--keep", "5", "--days", "0").err())
                .contains(warning);

        Terminal.Run again = terminal.run("perf", "prune", "--keep", "5", "--days", "0");
        assertThat(again.err()).isEmpty();
        assertThat(again.out())
                .isEqualTo(
                        "Nothing to move: the 2 older builds stand for their day or week, or are of tags, accepted changes"
                                + " or change points.\n");
    }

    /** Sixty builds, a day each; the time steps at the thirtieth, and nothing else would keep its neighbours. */
    @Test
    void prune_keepsTheBuildsAroundAChangePoint() throws Exception {
        Git.run(folder, "init", "-q");
        StepHistory.write(folder, 60, 30);

        terminal.run("perf", "prune", "--keep", "5", "--days", "0");

        assertNeighboursOfTheThirtiethAreLeft();
    }

    /** The same, but the whole stays as it is, and one phase steps. */
    @Test
    void prune_keepsTheBuildsAroundAChangePointOfAPhase() throws Exception {
        Git.run(folder, "init", "-q");
        StepHistory.write(folder, 60, 60);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int i = 30; i < lines.size(); i++) {
            lines.set(i, lines.get(i).replaceFirst("(\"parse\",\"duration_ms\":)", "$11"));
        }
        Files.write(file, lines);

        terminal.run("perf", "prune", "--keep", "5", "--days", "0");

        assertNeighboursOfTheThirtiethAreLeft();
    }

    private void assertNeighboursOfTheThirtiethAreLeft() throws IOException {
        List<String> left = Files.readAllLines(file);
        assertThat(left).hasSizeLessThan(30);
        assertThat(String.join("\n", left))
                .contains("\"b27\"", "\"b28\"", "\"b29\"", "\"b30\"", "\"b31\"", "\"b32\"")
                .doesNotContain("\"build_id\":\"b26\"", "\"build_id\":\"b33\"");
    }

    @Test
    void prune_keepsTheBuildsOfTaggedCommitsAndOfAcceptedChanges() throws Exception {
        Git.run(folder, "init", "-q");
        String released = commit("released");
        Git.run(folder, "tag", "v1");
        String noted = commit("noted");
        Git.run(folder, "tag", "-a", "v2", "-m", "a tag with a text");
        String accepted = commit("accepted");
        String other = commit("other");
        Files.writeString(
                file,
                of(released, A)
                        + of(noted, B)
                        + of(accepted, C)
                        + of(other, line("d", 8))
                        + line("e", 9)
                        + line("f", 10));
        assertThat(terminal.run("perf", "accept", accepted, "--why", "worth it").exitCode())
                .isZero();

        Terminal.Run run = terminal.run("perf", "prune", "--keep", "1", "--days", "0");

        assertThat(run.out()).startsWith("Moved 1 build, of 2026-01-08 to 2026-01-08, to ");
        assertThat(Files.readString(file))
                .contains("\"build_id\":\"a\"", "\"build_id\":\"b\"", "\"build_id\":\"c\"", "\"build_id\":\"e\"");
    }

    @Test
    void prune_movesNothingWhereGitDoesNotTellTheTags() throws IOException {
        String history = of("c".repeat(40), A) + of("d".repeat(40), B) + C;
        Files.writeString(file, history);

        Terminal.Run run = terminal.run("perf", "prune", "--keep", "1", "--days", "0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("git does not tell which commits are tagged", "--without-tags");
        assertThat(file).hasContent(history);
        assertThat(terminal.run("perf", "prune", "--keep", "1", "--days", "0", "--without-tags")
                        .out())
                .startsWith("Moved 1 build");
    }

    private String commit(String text) throws Exception {
        Git.run(folder, "commit", "-q", "--allow-empty", "-m", text);
        return Git.run(folder, "rev-parse", "HEAD").strip();
    }

    /** The line as of a build of this commit. */
    private static String of(String commit, String line) {
        return line.replace("\"outcome\"", "\"git_commit\":\"" + commit + "\",\"git_dirty\":false,\"outcome\"");
    }

    @Test
    void prune_refusesNumbersThatMakeNoSense() throws IOException {
        Files.writeString(file, A);

        assertThat(terminal.run("perf", "prune").exitCode()).isEqualTo(2);
        assertThat(terminal.run("perf", "prune", "--keep", "0").exitCode()).isEqualTo(2);
        Terminal.Run run = terminal.run("perf", "prune", "--keep", "1", "--days", "-1");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--days is -1; give 0 or more.");
        assertThat(file).hasContent(A);
    }

    @Test
    void exclude_takesABuildOutAndBackIn() throws IOException {
        Files.writeString(file, A + B);

        Terminal.Run run = terminal.run("perf", "exclude", "a", "--why", "a busy machine");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Build a counts in no judgement from now on.", "bengal perf exclude a --undo --why ...");
        assertThat(Files.readString(file)).contains("\"event\":\"excluded\"", "\"why\":\"a busy machine\"");

        Terminal.Run undo = terminal.run("perf", "exclude", "a", "--undo", "--why", "it was not");
        assertThat(undo.exitCode()).isZero();
        assertThat(undo.out().strip()).isEqualTo("Build a counts again.");

        Terminal.Run twice = terminal.run("perf", "exclude", "a", "--undo", "--why", "it was not");
        assertThat(twice.exitCode()).isZero();
        assertThat(twice.out().strip()).isEqualTo("Build a is not excluded; it counts already.");
    }

    @Test
    void exclude_ofDigitsThatTwoCommitsShareExcludesNone() throws IOException {
        String build =
                "{\"schema_version\":1,\"build_id\":\"%s\",\"timestamp\":\"2026-03-04T00:00:00Z\",\"git_commit\":\"%s\"}\n";
        String two = String.format(build, "a", "1a2b33") + String.format(build, "b", "1a2b44");
        Files.writeString(file, two);

        Terminal.Run run = terminal.run("perf", "exclude", "1a2b", "--why", "a busy machine");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("bengal: Builds of 2 commits are called '1a2b': 1a2b33, 1a2b44. Give more of the hash.\n");
        assertThat(file).hasContent(two);
    }

    /** The last five of sixty builds take a quarter longer, and one of the commit before them nine times as long. */
    @Test
    void excludedBuilds_countInNoJudgement() throws IOException {
        StepHistory.write(folder, 60, 55);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add(lines.get(54)
                .replace("\"b54\"", "\"slow\"")
                .replaceFirst("total_duration_ms\":[0-9.]+", "total_duration_ms\":9000.0"));
        Files.write(file, lines);
        String[] compare = {"perf", "compare", StepHistory.commit(53), StepHistory.commit(54)};
        assertThat(terminal.run("perf", "changes").out()).contains("+25");
        assertThat(terminal.run(compare).out()).contains("2 builds", "+199");

        for (String build : List.of("slow", "b55", "b56", "b57", "b58", "b59")) {
            assertThat(terminal.run("perf", "exclude", build, "--why", "a busy machine")
                            .exitCode())
                    .isZero();
        }

        assertThat(terminal.run(compare).out()).contains("1 build,").doesNotContain("2 builds", "+199");
        assertThat(terminal.run("perf", "changes").out()).doesNotContain("+25");
        assertThat(terminal.run("perf").out()).contains("500.4MB  excluded", "of 4 comparable builds");
    }

    @Test
    void exclude_wantsAReasonAndABuild() throws IOException {
        Files.writeString(file, A);

        assertThat(terminal.run("perf", "exclude", "a").exitCode()).isEqualTo(2);
        Terminal.Run blank = terminal.run("perf", "exclude", "a", "--why", " ");
        assertThat(blank.exitCode()).isEqualTo(2);
        assertThat(blank.err()).contains("--why is empty");
        Terminal.Run unknown = terminal.run("perf", "exclude", "zzz", "--why", "x");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("zzz");
        assertThat(file).hasContent(A);
    }

    @Test
    void import_findsHistoriesOfBothNamesBelowAFolder() throws IOException {
        Files.writeString(file, A);
        Path elsewhere = folder.resolve("elsewhere");
        write(elsewhere.resolve("one/.bengal-metrics/history.jsonl"), A + B);
        write(elsewhere.resolve("two/.bengal/metrics/history.jsonl"), "oops\n" + C);
        write(elsewhere.resolve("three/metrics/history.jsonl"), line("not", 8));
        write(elsewhere.resolve("one/node_modules/.bengal-metrics/history.jsonl"), line("nor", 8));

        Terminal.Run run = terminal.run("perf", "import", "elsewhere");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        elsewhere.resolve("one/.bengal-metrics/history.jsonl")
                                + ": 1 build brought in, 1 here already.",
                        elsewhere.resolve("two/.bengal/metrics/history.jsonl")
                                + ": 1 build brought in, 0 here already, 1 damaged line left behind.");
        assertThat(run.err()).contains("history.jsonl:1: not a JSON object");
        assertThat(file).hasContent(A + B + C);
    }

    @Test
    void import_takesOneFileToo() throws IOException {
        write(folder.resolve("other.jsonl"), A);

        assertThat(terminal.run("perf", "import", "other.jsonl").exitCode()).isZero();
        assertThat(file).hasContent(A);
    }

    @Test
    void import_refusesTheHistoryItself() throws IOException {
        Files.writeString(file, A);

        Terminal.Run run = terminal.run("perf", "import", ".");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no other history in .");
        assertThat(file).hasContent(A);
    }

    @Test
    void import_saysWhatDoesNotExist() {
        Terminal.Run run = terminal.run("perf", "import", "nowhere");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere does not exist");
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(file.resolveSibling("archive"))) {
            return files.toList();
        }
    }

    private static String line(String id, int day) {
        return "{\"schema_version\":1,\"build_id\":\"%s\",\"timestamp\":\"2026-01-%02dT00:00:00.000Z\","
                        .formatted(id, day)
                + "\"project\":\"docs\",\"scenario\":\"site full\",\"outcome\":\"success\",\"total_duration_ms\":1.5}\n";
    }
}
