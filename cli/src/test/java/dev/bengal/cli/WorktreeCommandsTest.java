package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code bengal perf ab}, {@code bisect} and {@code backfill} in a repository with twelve commits, of which the ninth is slower and the
 * fifth does not build. The command records itself and says that it took what the file {@code cost} says.
 */
@DisabledOnOs(OS.WINDOWS)
class WorktreeCommandsTest {
    private static final String SCRIPT = """
            #!/bin/sh
            [ -f broken ] && exit 7
            echo '{"schema_version":1,"build_id":"'"$BENGAL_PARENT_BUILD"'x","parent_build":"'"$BENGAL_PARENT_BUILD"'",\
            "timestamp":"2026-03-01T00:00:00Z","project":"p","scenario":"own","outcome":"success",\
            "git_commit":"'"$(git rev-parse HEAD)"'","git_dirty":false,"total_duration_ms":'"$(cat cost)"',\
            "environment":{"fingerprint":"desk"}}' >>"$BENGAL_METRICS_DIR/history.jsonl"
            """;

    @TempDir
    private Path parent;

    private Path folder;
    private Path cache;
    private final List<String> hashes = new ArrayList<>();

    @BeforeEach
    void makeRepository() throws Exception {
        folder = Files.createDirectory(parent.resolve("my project"));
        cache = parent.resolve("cache");
        Files.createDirectory(folder.resolve(".bengal-metrics"));
        Files.writeString(folder.resolve(".bengal-metrics/.gitignore"), "*\n");
        git("init", "-q", "-b", "main");
        Git.feed(folder, twelveCommits(), "fast-import", "--quiet");
        git("reset", "-q", "--hard");
        hashes.addAll(git("rev-list", "--reverse", "main").lines().toList());
    }

    /** What {@code git fast-import} reads: one process in the place of thirty-six. */
    private static String twelveCommits() {
        StringBuilder commits = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            commits.append("commit refs/heads/main\ncommitter x <x@y> " + (1_772_323_200 + 60 * i) + " +0000\n")
                    .append(data("Commit " + i + "\n"))
                    .append("M 100755 inline build.sh\n" + data(SCRIPT))
                    .append("M 100644 inline cost\n" + data(i < 9 ? "1000" : "1300"))
                    .append(i == 5 ? "M 100644 inline broken\n" + data("") : i == 6 ? "D broken\n" : "");
        }
        return commits.toString();
    }

    /** Its length is in bytes; all of it is ASCII. */
    private static String data(String text) {
        return "data " + text.length() + "\n" + text + "\n";
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        return Git.run(folder, arguments);
    }

    /** Runs a command, and sees that it leaves the tree, the refs and the list of worktrees as they were. */
    private Terminal.Run perf(String... arguments) throws Exception {
        String before = state();
        List<String> words = new ArrayList<>(List.of("perf"));
        words.addAll(List.of(arguments));
        Terminal.Run run =
                new Terminal(folder).with("XDG_CACHE_HOME", cache.toString()).run(words.toArray(String[]::new));
        assertThat(state()).isEqualTo(before);
        Path worktrees = cache.resolve("bengal-worktrees");
        if (Files.exists(worktrees)) {
            try (Stream<Path> left = Files.list(worktrees)) {
                assertThat(left).isEmpty();
            }
        }
        return run;
    }

    private String state() throws IOException, InterruptedException {
        return git("for-each-ref")
                + git("status", "--porcelain")
                + git("ls-files", "--stage")
                + git("worktree", "list");
    }

    private List<String> recorded() {
        return new Records(folder).lines();
    }

    @Test
    void ab_judgesWhatTheCommandRecordsOfItselfAndCountsItOnce() throws Exception {
        Terminal.Run run = perf("ab", "--base", hashes.get(0), "-f", "json", "--", "./build.sh");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("\"verdict\" : \"REGRESSED\"", "\"ended\" : \"decided\"", "\"pairs\" : 10")
                .contains("\"before\" : 1000.0", "\"after\" : 1300.0", "\"scenario\" : \"own\"");
        // Ten pairs; the warm-ups are kept by nobody, and no run is recorded from outside too.
        assertThat(recorded())
                .hasSize(20)
                .allSatisfy(line -> assertThat(Records.value(line, "scenario")).isEqualTo("own"));
        assertThat(recorded()).filteredOn(line -> line.contains(hashes.get(0))).hasSize(10);
    }

    @Test
    void ab_ofABetterHeadIsFine() throws Exception {
        Terminal.Run run = perf("ab", "--base", "HEAD", "--head", hashes.get(0), "--", "./build.sh");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("IMPROVED: time −23.1 %, sure after 10 pairs.\nBase: HEAD (");
    }

    @Test
    void ab_againstABaseThatDoesNotBuildIsNoRegression() throws Exception {
        Terminal.Run run = perf("ab", "--base", hashes.get(4), "--", "./build.sh");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("NOT_JUDGED: the base does not build")
                .contains(hashes.get(4).substring(0, 8) + " does not build: exit code 7. That is no regression");
        assertThat(perf("ab", "--base", hashes.get(4), "--require-verdict", "--", "./build.sh")
                        .exitCode())
                .isEqualTo(3);
        assertThat(perf("ab", "--base", "HEAD", "--head", hashes.get(4), "--", "./build.sh")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void uncommittedChanges_areLeftOutOrIncludedAndSaid() throws Exception {
        Files.writeString(folder.resolve("cost"), "2000");

        Terminal.Run without = perf("ab", "--base", "HEAD", "--", "./build.sh");
        assertThat(without.err())
                .contains("there are uncommitted changes, which are not judged; --uncommitted includes them")
                .contains("base and head are the same commit");
        assertThat(without.out()).startsWith("UNCHANGED");

        Terminal.Run with = perf("ab", "--base", "HEAD", "--uncommitted", "--", "./build.sh");
        assertThat(with.exitCode()).isEqualTo(1);
        assertThat(with.out()).startsWith("REGRESSED: time +53.8 %").contains("with uncommitted changes, 10 builds");
        assertThat(folder.resolve("cost")).hasContent("2000");
    }

    @Test
    void commandFromOutside_isRecordedAsTheCommitThatItBuilt() throws Exception {
        Terminal.Run run = perf("backfill", hashes.get(9) + "..main", "--steps", "2", "--", "sh", "-c", "test -f cost");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(recorded())
                .extracting(line -> Records.value(line, "git_commit"))
                .containsExactly(hashes.get(11), hashes.get(10));
        assertThat(recorded()).allSatisfy(line -> {
            assertThat(Records.value(line, "project")).isEqualTo("my project");
            assertThat(Records.value(line, "git_branch")).isEqualTo("main");
            assertThat(Records.value(line, "git_dirty")).isEqualTo("false");
        });
        assertThat(perf("backfill", hashes.get(9) + "..", "--steps", "2", "--", "sh", "-c", "test -f cost")
                        .out())
                .contains("Of 2 commits, 2 were looked at, and 2 of them have builds now: 1 new, 2 recorded before.");
    }

    @Test
    void backfill_standsAtItsCommitsAndSkipsWhatDoesNotBuild() throws Exception {
        Terminal.Run run = perf("backfill", hashes.get(0) + "..HEAD", "--steps", "11", "--", "./build.sh");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(hashes.get(4).substring(0, 8) + "  skipped: does not build (exit code 7)")
                .contains(
                        "Of 11 commits, 11 were looked at, and 10 of them have builds now: 10 new, 0 recorded before; 1 skipped");
        List<String> shown = new Terminal(folder)
                .run("perf", "-n", "20", "-f", "csv")
                .out()
                .lines()
                .filter(line -> line.contains("own"))
                .toList();
        assertThat(shown).hasSize(10);
        assertThat(shown.get(0)).contains(hashes.get(1).substring(0, 8));
        assertThat(shown.get(9)).contains(hashes.get(11).substring(0, 8));
    }

    @Test
    void bisect_findsTheCommitAndReusesWhatItBuilt() throws Exception {
        Terminal.Run run = perf("bisect", hashes.get(0), "HEAD", "--", "./build.sh");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Found: " + hashes.get(8).substring(0, 8) + " Commit 9\nFrom "
                        + hashes.get(7).substring(0, 8) + " to ")
                .contains("time +30.0 %");
        int builds = recorded().size();

        Terminal.Run again = perf("bisect", hashes.get(0), "HEAD", "-f", "json", "--", "./build.sh");
        assertThat(again.out()).contains("\"first_bad\" : \"" + hashes.get(8) + "\"");
        // One build tells what to look for in the history, and five each what the last two differ by now.
        assertThat(recorded()).hasSize(builds + 1 + 10);
    }

    @Test
    void bisect_ofEndsThatDoNotDifferSaysSo() throws Exception {
        Terminal.Run run = perf("bisect", hashes.get(0), hashes.get(7), "--runs", "6", "--", "./build.sh");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).startsWith("Nothing to search for: time of the two ends differs by ±0.0 %");
    }

    @Test
    void whatCannotBeDone_isASentence() throws Exception {
        List<String> old = List.of(hashes.get(0));
        assertSentence("is no commit, branch or tag of", "ab", "--base", "nope", "--", "./build.sh");
        assertSentence("is no commit, branch or tag of", "ab", "--base=--output=x", "--", "./build.sh");
        assertSentence("there is no command", "ab", "--base", old.get(0));
        assertSentence("no-such-program: No such file", "ab", "--base", old.get(0), "--", "no-such-program");
        assertSentence("is no range; write it as A..B", "backfill", "HEAD", "--", "true");
        assertSentence("There is no commit in HEAD.." + old.get(0), "backfill", "HEAD.." + old.get(0), "--", "true");
        assertSentence("It is the other way around", "bisect", "HEAD", old.get(0), "--", "true");
        assertSentence("are the same commit", "bisect", "HEAD", "main", "--", "true");
        assertSentence("is no number of pairs", "ab", "--base", "HEAD", "--pairs", "3", "--", "true");
        assertSentence("is no time; write it like 90s", "ab", "--base", "HEAD", "--budget", "soon", "--", "true");
        assertSentence("did not measure 'speed'", "ab", "--base", "HEAD", "--metric", "speed", "--", "./build.sh");
    }

    private void assertSentence(String sentence, String... arguments) throws Exception {
        Terminal.Run run = perf(arguments);
        assertThat(run.exitCode()).as(sentence).isEqualTo(2);
        assertThat(run.err()).contains(sentence).doesNotContain("\tat ");
    }

    @Test
    void folderOutsideOfARepository_isASentence() {
        Terminal.Run run = new Terminal(parent).run("perf", "ab", "-C", ".", "--base", "HEAD", "--", "true");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is in no git repository that has files checked out");
    }

    @Test
    @Tag("heavy")
    void submodules_areSaidToBeEmpty() throws Exception {
        Files.writeString(folder.resolve(".gitmodules"), "");
        git("add", "--all");
        git("commit", "-q", "-m", "Add a submodule");

        assertThat(perf("ab", "--base", hashes.get(0), "--", "./build.sh").err())
                .contains("has submodules, which stay empty in a worktree; --prepare 'git submodule update");
    }

    @Test
    void signal_takesTheWorktreesAwayAndKeepsWhatWasBuilt() throws Exception {
        BengalProcess process = BengalProcess.start(
                folder, "perf", "ab", "--show-output", "--base", "HEAD", "--", "sh", "-c", "echo begun; exec sleep 60");
        assertThat(process.line()).isEqualTo("begun");
        assertThat(git("worktree", "list").lines()).hasSize(3);

        process.signal("TERM");

        assertThat(process.exitCode()).isEqualTo(143);
        assertThat(process.err()).contains("stopped by a signal");
        assertThat(git("worktree", "list").lines()).hasSize(1);
    }
}
