package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bengal perf compare} in a repository with twelve commits and a branch that left at the tenth. */
class CompareCommandTest {
    @TempDir
    private Path folder;

    private HandWritten history;
    private final List<String> hashes = new ArrayList<>();

    @BeforeEach
    void makeRepository() throws Exception {
        history = new HandWritten(folder);
        git("init", "-q", "-b", "main");
        Git.feed(folder, commits(), "fast-import", "--quiet");
        hashes.addAll(git("rev-list", "--reverse", "main").lines().toList());
        hashes.add(git("rev-parse", "feature").strip());
    }

    /** What {@code git fast-import} reads: one process in the place of twenty-six. */
    private static String commits() {
        StringBuilder commits = new StringBuilder();
        for (int i = 0; i < 13; i++) {
            String message = "commit " + i + "\n";
            commits.append("commit refs/heads/" + (i < 12 ? "main" : "feature") + "\nmark :" + (i + 1))
                    .append("\ncommitter x <x@y> " + (1_772_323_200 + 60 * i) + " +0000\n")
                    .append("data " + message.length() + "\n" + message)
                    .append(i < 12 ? "\n" : "from :10\n\n");
        }
        return commits.append("reset refs/tags/v1\nfrom :10\n\n").toString();
    }

    private String git(String... arguments) throws Exception {
        return Git.run(folder, arguments);
    }

    private void build(int commit, double millis, String more) {
        history.build(hashes.get(commit), commit, millis, more);
    }

    /** Commits 0 to 9 at some 1,000 ms, and the newest five times at 1,300. */
    private void slower() {
        double[] millis = {1000, 1005, 995, 1010, 990, 1000, 1005, 995, 1010, 990};
        for (int i = 0; i < millis.length; i++) {
            build(i, millis[i], pages(100, millis[i] / 2));
        }
        for (double one : new double[] {1300, 1310, 1290, 1305, 1295}) {
            build(11, one, pages(110, one - 500));
        }
    }

    private static String pages(int pages, double rendering) {
        return "\"page_count\":" + pages + ",\"phases\":[{\"name\":\"rendering\",\"duration_ms\":" + rendering
                + ",\"items_processed\":" + pages + ",\"outcome\":\"success\"}],";
    }

    private Terminal.Run compare(String... options) {
        history.write();
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"perf", "-C", ".", "compare"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return new Terminal(folder).run(arguments);
    }

    @Test
    void revisions_nameAllBuildsOfACommit() {
        slower();

        for (String before :
                List.of("v1", "HEAD~2", hashes.get(9), hashes.get(9).substring(0, 7))) {
            Terminal.Run run = compare(before, "HEAD");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .startsWith("REGRESSED: time +30.0 %")
                    .contains(before + " (" + hashes.get(9).substring(0, 8) + "), 1 build", "HEAD (", "5 builds");
        }
    }

    @Test
    void growth_isToldApartFromTheCostOfEachItem() {
        slower();

        // 1,300 / 1,000 over 110 / 100 pages is 1.182; the phase took 800 - 500 of 300 ms.
        assertThat(compare("HEAD~2", "HEAD").out())
                .contains("time: +10.0 % by more input (pages), +18.2 % per item.")
                .contains("The phase rendering explains 100 % of the change of the time (+300.0ms).");
    }

    /** Commit 9 took 990 ms, and its level 1,000. */
    @Test
    void level_thatStandsForARevisionIsNamed() {
        slower();

        assertThat(compare("HEAD~2", "HEAD").out())
                .contains("Note: the base was built fewer than 8 times: what varies is held against the level that it"
                        + " stands on, of up to 10 builds")
                .containsPattern("time +1\\.00s +1\\.30s");
        assertThat(compare("id010", "id011").out()).doesNotContain("fewer than 8 times");
    }

    @Test
    void level_thatIsTooShortIsNamedWhereItsMedianIsShown() {
        build(8, 1000, "");
        build(9, 990, "");
        build(11, 1300, "");

        assertThat(compare("HEAD~2", "HEAD").out())
                .startsWith("NOT_JUDGED")
                .contains("the level that it stands on, of up to 2 builds")
                .containsPattern("time +1\\.00s +1\\.30s");
    }

    @Test
    void mergeBase_isWhereTheBranchLeft() {
        slower();
        build(12, 1001, pages(100, 500));

        Terminal.Run run = compare("main...feature");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("UNCHANGED")
                .contains("the merge base of main and feature (" + hashes.get(9).substring(0, 8) + ")");
    }

    @Test
    void revision_withoutABuildNamesTheNearestAncestors() {
        slower();

        Terminal.Run run = compare("HEAD~1", "HEAD");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("No build of HEAD~1 (" + hashes.get(10).substring(0, 8) + ") is recorded")
                .contains(hashes.get(9).substring(0, 8) + " (1 commit before)")
                .contains("--nearest takes the first");
        assertThat(compare("HEAD~1", "HEAD", "--nearest").out())
                .startsWith("REGRESSED")
                .contains("in place of which the nearest recorded ancestor stands ("
                        + hashes.get(9).substring(0, 8));
    }

    @Test
    void revision_thatIsHostileNeverReachesGit() {
        slower();

        for (String hostile :
                List.of("--output=" + folder.resolve("x"), "-h", "$(touch x)", "; touch x", "\u0000", " ")) {
            Terminal.Run run = compare("--", hostile, "HEAD");

            assertThat(run.exitCode()).as(hostile).isEqualTo(2);
            assertThat(run.err()).contains("is no recorded build and no commit");
        }
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void ids_nameSingleBuilds() {
        slower();

        // Single builds of one commit: nothing can be said of their times, and they are shown.
        assertThat(compare("id010", "id011").out())
                .startsWith("NOT_JUDGED")
                .containsPattern("time +1\\.30s +1\\.31s +\\+0\\.8 % +– +not judged");
        assertThat(compare("previous", "latest").out()).contains("previous (", "latest (");
        assertThat(compare("previous").out()).contains("previous (", "latest (");
    }

    @Test
    void environments_thatDifferAreSaidFirst() {
        slower();
        history.build(hashes.get(11), 12, 5000, "\"page_count\":100,\"allocated_mb\":3,")
                .with("desk", "cloud");

        Terminal.Run run = compare("HEAD~2", "latest");

        assertThat(run.out())
                .startsWith("Different environments: desk before, cloud after. Time is not judged")
                .containsPattern("time +0\\.99s +5\\.00s .* not judged +it was built in another environment")
                .containsPattern("pages +100 +100 +±0\\.0 % +– +unchanged");
    }

    @Test
    void scenarios_thatDifferAreSaidFirst() {
        slower();
        history.build(hashes.get(11), 12, 5000, "\"page_count\":100,").with("site full", "site fast");

        assertThat(compare("HEAD~2", "latest").out())
                .startsWith("Different scenarios: 'site full' before, 'site fast' after. Time is not judged")
                .contains("another scenario does other work");
        Terminal.Run run = compare("HEAD~2", "HEAD", "--scenario", "site fast");
        assertThat(run.err()).contains("No build of HEAD~2", "of scenario 'site fast' is recorded");
    }

    @Test
    void scenario_thatNobodyRecordedIsNamedWithThoseThatAreThere() {
        slower();

        for (String name : List.of("HEAD~1", "latest")) {
            assertThat(compare(name, "HEAD", "--scenario", "gone").err())
                    .contains("recorded builds is of the scenario 'gone'; there is 'site full'.");
        }
    }

    @Test
    void base_thatIsOffItsOwnLevelIsNoMeasure() {
        slower();
        build(10, 1300, "");

        assertThat(compare("HEAD~1", "HEAD").out())
                .startsWith("NOT_JUDGED")
                .contains("the base may be off its own level");
    }

    @Test
    void journals_areComparedByTheirNewestCommits() throws IOException {
        slower();
        history.write();
        Files.copy(folder.resolve(".bengal-metrics/history.jsonl"), folder.resolve("after.jsonl"));
        List<String> before = Files.readAllLines(folder.resolve("after.jsonl")).subList(0, 10);
        Files.write(folder.resolve("before.jsonl"), before);

        assertThat(compare("before.jsonl", "after.jsonl").out())
                .startsWith("REGRESSED: time +30.0 %")
                .contains("before.jsonl (", "after.jsonl (");
        assertThat(compare("gone.jsonl", "after.jsonl").err()).contains("gone.jsonl does not exist");
        assertThat(compare("before.jsonl", "after.jsonl", "--scenario", "gone").err())
                .contains(
                        "after.jsonl: None of the 15 recorded builds is of the scenario 'gone'; there is 'site full'.");
    }

    @Test
    void json_hasEveryMetric() {
        slower();

        assertThat(compare("HEAD~2", "HEAD", "--format", "json").out())
                .contains("\"verdict\" : \"REGRESSED\"", "\"comparable\" : true", "\"commit\" : \"" + hashes.get(9))
                .contains("\"metric\" : \"phase.rendering.items_processed\"", "\"phase\" : \"rendering\"");
    }

    @Test
    void builds_thatFailedAreNotCompared() {
        slower();
        history.build(hashes.get(10), 12, 10, "").with("success", "failed");

        Terminal.Run run = compare("HEAD~1", "HEAD");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("The one build of HEAD~1 does not count");
    }
}
