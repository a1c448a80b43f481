package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each answer of the gate, and each history that is awkward to it. */
class CheckCommandTest {
    @TempDir
    private Path folder;

    private HandWritten history;

    @BeforeEach
    void begin() {
        history = new HandWritten(folder);
    }

    private Terminal.Run check(String... options) {
        history.write();
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"perf", "-C", ".", "check"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return new Terminal(folder).run(arguments);
    }

    private void configure(String toml) throws IOException {
        Files.writeString(folder.resolve("bengal.toml"), toml);
    }

    @Test
    void check_failsWhereFiveBuildsAreSurelySlower() {
        history.quiet().builds(10, 1300, 1310, 1290, 1305, 1295);

        Terminal.Run run = check();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        // 1,300 ms in the middle of five, against 1,000 in the middle of ten.
        assertThat(run.out()).startsWith("REGRESSED: time +30.0 %.").contains("beyond noise and limit");
    }

    @Test
    void check_holdsNothingAgainstBuildsThatWereExcluded() {
        history.quiet().builds(10, 1300, 1310, 1290, 1305, 1295);
        assertThat(check().exitCode()).isEqualTo(1);

        for (int build = 0; build < 8; build++) {
            exclude("id00" + build);
        }

        Terminal.Run run = new Terminal(folder).run("perf", "-C", ".", "check");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("NOT_JUDGED: no answer about growth. Time: the baseline has 2 builds, 6 too few.");
    }

    /** Tests run within a build, so that their record begins after its own. */
    @Test
    void check_judgesABuild_andNotTheTestsThatRanInIt() {
        double[] millis = {1000, 1005, 995, 1010, 990, 1000, 1005, 995, 1010, 990};
        for (int commit = 0; commit < millis.length; commit++) {
            history.build(commit, millis[commit]);
            tests(commit);
        }
        for (double slower : new double[] {1300, 1310, 1290, 1305, 1295}) {
            history.build(10, slower);
            tests(10);
        }

        Terminal.Run run = check();
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("REGRESSED: time +30.0 %.")
                .contains("scenario site full", "there are also builds of 'junit core'");
        String before = HandWritten.hash(9);
        assertThat(new Terminal(folder)
                        .run("perf", "-C", ".", "compare", before, HandWritten.hash(10))
                        .out())
                .startsWith("REGRESSED: time ");
        assertThat(check("--scenario", "junit core").out()).contains("scenario junit core");
        Terminal.Run gone = check("--scenario", "gone");
        assertThat(gone.exitCode()).isEqualTo(2);
        assertThat(gone.err())
                .contains(
                        "None of the 30 recorded builds is of the scenario 'gone'; there are 'junit core', 'site full'.");
    }

    private void tests(int commit) {
        history.build(commit, 200)
                .with("\"site full\"", "\"junit core\"")
                .with("\"desk\"", "\"desk\",\"tool\":\"junit platform 6.0.1\"");
    }

    /** As imported results are. */
    @Test
    void check_ofResultsWithoutATimeNamesWhatTheyAreHeldAgainst() {
        for (int i = 0; i < 12; i++) {
            history.build(
                            i,
                            1,
                            "\"measurements\":[{\"name\":\"t\",\"value\":" + (100 + i % 3)
                                    + ",\"unit\":\"ms\",\"direction\":\"lower\",\"noise\":\"noisy\"}],")
                    .with("\"total_duration_ms\":1.000", "\"total_duration_ms\":null");
        }
        history.write();

        assertThat(new Terminal(folder).run("perf", "-C", ".", "check").out())
                .startsWith("UNCHANGED: ")
                .contains("11 builds")
                .doesNotContain("no baseline", "no builds");
    }

    @Test
    void check_judgesNoBuildThatWasExcluded() {
        history.quiet().builds(10, 1300, 1310, 1290, 1305, 1295);
        assertThat(check().exitCode()).isEqualTo(1);

        for (int build = 10; build < 15; build++) {
            exclude("id0" + build);
        }

        Terminal.Run run = new Terminal(folder).run("perf", "-C", ".", "check");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("UNCHANGED: ")
                .contains("9 builds", "1 build,", "the newest build, id014, is not judged: it is excluded.");
    }

    private void exclude(String build) {
        Terminal.Run run = new Terminal(folder).run("perf", "-C", ".", "exclude", build, "--why", "a busy machine");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void check_passesACommitWhoseLevelWasAccepted() {
        history.quiet().builds(10, 1300, 1310, 1290, 1305, 1295);
        assertThat(check().exitCode()).isEqualTo(1);

        Terminal.Run accepted = new Terminal(folder)
                .run("perf", "-C", ".", "accept", HandWritten.hash(10), "--why", "every page is checked now");
        assertThat(accepted.exitCode()).as(accepted.err()).isZero();
        Terminal.Run run = new Terminal(folder).run("perf", "-C", ".", "check", "--strict");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("NOT_JUDGED: no answer about growth. Time: its new level was accepted with this commit.");
    }

    @Test
    void check_isOnlySuspiciousOfOneBuild() {
        history.quiet().builds(10, 1300);

        Terminal.Run run = check();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("SUSPICIOUS: time +30.0 %.").contains("4 more of the same commit decide it");
        assertThat(check("--strict").exitCode()).isEqualTo(1);
        assertThat(check("--require-verdict").exitCode()).isZero();
    }

    @Test
    void check_saysWhatItCouldNotHaveSeen() {
        history.quiet().builds(10, 1003);

        Terminal.Run run = check("--strict", "--require-verdict");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("UNCHANGED: nothing that matters was seen. It cannot see less than ")
                .containsPattern("cannot see less than \\d\\.\\d % of time");
    }

    @Test
    void check_enjoysAnImprovement() {
        history.quiet().builds(10, 700, 705, 695, 702, 698);

        Terminal.Run run = check("--strict", "--require-verdict");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("IMPROVED: time −30.0 %.");
    }

    @Test
    void check_countsTheOneBuildThatIsMissing() {
        for (int i = 0; i < 8; i++) {
            history.builds(i, 1000);
        }

        assertThat(check().out()).contains("7 builds of other commits", "Until 1 more is recorded");
    }

    @Test
    void check_withoutABaselineIsLoud() {
        history.builds(0, 1000).builds(1, 1000).builds(2, 9000);

        Terminal.Run run = check();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("NOT_JUDGED: no answer about growth.")
                .contains("Note: there is no baseline yet: 2 builds of other commits", "Until 6 more are recorded");
        assertThat(check("--require-verdict").exitCode()).isEqualTo(3);
        assertThat(check("--strict").exitCode()).isZero();
    }

    @Test
    void check_ofASingleBuildSaysThatThereIsNothingBefore() {
        history.builds(0, 1000);

        Terminal.Run run = check();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("0 builds of other commits can be held against", "Before: the current level, no builds")
                .contains("there is nothing earlier to hold it against");
    }

    @Test
    void check_ofAnEmptyHistoryFails() throws IOException {
        Files.createDirectories(folder.resolve(".bengal-metrics"));

        Terminal.Run run = check();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nothing was judged.", "No builds are recorded");
        assertThat(check("--require-verdict").exitCode()).isEqualTo(3);
    }

    @Test
    void check_ofNothingButFailuresSaysSo() {
        history.builds(0, 1000).with("success", "failed");

        Terminal.Run run = check();

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("None of the 1 recorded builds can be judged");
        assertThat(check("--require-verdict").exitCode()).isEqualTo(3);
        assertThat(check("--scenario", "gone").exitCode()).isEqualTo(2);
    }

    @Test
    void check_namesTheNewestBuildWhereItDoesNotCount() {
        history.quiet().builds(10, 1000).builds(11, 5000).with("\"git_dirty\":false", "\"git_dirty\":true");

        assertThat(check().out())
                .startsWith("UNCHANGED")
                .contains("the newest build, id011, is not judged: its tree had changes that are in no commit");
    }

    @Test
    void check_ofAConstantHistoryStillAlarms() {
        for (int commit = 0; commit < 10; commit++) {
            history.builds(commit, 1000);
        }
        history.builds(10, 1300, 1300, 1300, 1300, 1300);

        assertThat(check().exitCode()).isEqualTo(1);
    }

    @Test
    void check_ofABaselineOfZeroTellsDifferences() {
        for (int commit = 0; commit < 10; commit++) {
            history.build(commit, 1000, "\"gc_count\":0,");
        }
        for (int i = 0; i < 5; i++) {
            history.build(10, 1000, "\"gc_count\":4,");
        }

        Terminal.Run run = check("--format", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern(
                        "\"metric\" : \"gc_count\",\\s+\"unit\" : \"count\",\\s+\"before\" : 0.0,\\s+\"after\" : 4.0,\\s+\"change_pct\" : null");
        assertThat(check().out()).contains("collections +4").doesNotContain("NaN", "Infinity");
    }

    @Test
    void check_ofAZeroPageCountAsksNothingOfEachPage() {
        for (int commit = 0; commit < 11; commit++) {
            history.build(commit, 1000, "\"page_count\":0,");
        }

        Terminal.Run run = check();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("fewer than 100 pages").doesNotContain("NaN", "Infinity");
    }

    @Test
    void check_holdsEachPageToItsBudget() {
        history.build(0, 6000, "\"page_count\":100,");

        Terminal.Run run = check();

        // 6,000 ms over 100 pages; a budget needs no baseline.
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("REGRESSED: over the budget for total_duration_ms a page")
                .contains("60.0ms", "50.0ms");
    }

    @Test
    void thresholds_comeFromTheConfiguration() throws IOException {
        history.quiet().builds(10, 1150, 1155, 1145, 1160, 1140);
        assertThat(check().exitCode()).isZero();

        configure("[perf.thresholds]\ntime_growth_pct = 10\n");
        assertThat(check().exitCode()).isEqualTo(1);

        configure("[perf.thresholds]\ntime_growth_pct = 10\n[perf.thresholds.\"site full\"]\ntime_growth_pct = 40\n");
        assertThat(check().exitCode()).isZero();

        configure("[perf.thresholds.\"mvn verify\"]\ntime_growth_pct = 10\n");
        Terminal.Run other = check();
        assertThat(other.exitCode()).isZero();
        assertThat(other.err()).isEmpty();
    }

    @Test
    void thresholds_ofOneMetricAskForBothShareAndDifference() throws IOException {
        history.quiet().builds(10, 1150, 1155, 1145, 1160, 1140);

        configure("[perf.thresholds]\n\"total_duration_ms.growth_pct\" = 10\n");
        assertThat(check().exitCode()).isEqualTo(1);

        configure("""
                [perf.thresholds]
                "total_duration_ms.growth_pct" = 10
                "total_duration_ms.min_change_ms" = 200
                """);
        assertThat(check().exitCode()).isZero();
    }

    @Test
    void budgets_mayHoldForAnyMetric() throws IOException {
        history.build(0, 1000, "\"phases\":[{\"name\":\"rendering\",\"duration_ms\":801,\"outcome\":\"success\"}],");

        configure("[perf.thresholds]\n\"phase.rendering.duration_ms\" = 800\n");
        assertThat(check().exitCode()).isEqualTo(1);

        configure("[perf.budgets]\n\"phase.rendering.duration_ms\" = 801\n");
        assertThat(check().exitCode()).isZero();

        configure(
                "[perf.budgets]\n\"phase.rendering.duration_ms\" = 801\n[perf.budgets.\"site full\"]\ntotal_duration_ms = 900\n");
        Terminal.Run run = check();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void limits_ofAPhaseHoldWithoutItsBeginning() throws IOException {
        String name = "module.core.mojo.surefire:test.duration_ms";
        history.build(
                0,
                1000,
                "\"phases\":[{\"name\":\"module.core.mojo.surefire:test\",\"duration_ms\":801,\"outcome\":\"success\"}],");

        configure("[perf.budgets]\n\"" + name + "\" = 800\n");
        Terminal.Run run = check();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(name);
        assertThat(run.err()).isEmpty();

        configure("[perf.budgets]\n\"" + name + "\" = 801\n[perf.thresholds]\n\"" + name + ".growth_pct\" = 10\n");
        assertThat(check().exitCode()).isZero();
        assertThat(check().err()).isEmpty();

        configure("[perf.budgets.\"mvn verify\"]\n\"" + name + "\" = 1\n");
        assertThat(check().exitCode()).isZero();
        assertThat(check().err()).isEmpty();
    }

    @Test
    void budgets_ofWhatNobodyMeasuredAreNoPass() throws IOException {
        history.builds(0, 1000);
        configure("[perf.budgets]\n\"output.bytes\" = 5\n");

        Terminal.Run run = check();

        assertThat(run.out()).containsPattern("output\\.bytes +– +5 +not judged +the candidate did not measure it");
        assertThat(run.err()).contains("'perf.budgets.output.bytes' is no key and no metric of scenario 'site full'");
    }

    @Test
    void configuration_thatMeansNothingIsNamedWithTheNearest() throws IOException {
        history.builds(0, 1000);

        configure("[perf.thresholds]\ntime_grwth_pct = 10\n");
        assertThat(check().err())
                .contains(
                        "warning: bengal.toml: 'perf.thresholds.time_grwth_pct'", "nearest known is 'time_growth_pct'");

        configure("[perf.thresholds]\ntime_growth_pct = \"ten\"\n");
        Terminal.Run run = check();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("must be a number of at least 0, but is 'ten'");
    }

    @Test
    void scenarios_areJudgedApart() {
        history.quiet().builds(10, 1000).builds(10, 1).with("site full", "mvn verify");

        assertThat(check().out()).contains("scenario mvn verify", "there are also builds of 'site full' in desk");
        assertThat(check("--scenario", "site full").out())
                .startsWith("UNCHANGED")
                .contains("scenario site full");
    }

    @Test
    void markdown_isSafeWhateverARecordSays() {
        history.quiet().builds(10, 1000).with("desk", "<b>|\\u001b[31m@all");

        assertThat(check("--format", "markdown").out())
                .doesNotContain("<b>", "\u001b", "@all")
                .contains("&lt;b&gt;");
    }

    @Test
    void confirm_needsACommandAndACommandNeedsConfirm() {
        history.quiet();

        assertThat(check("--confirm").err()).contains("--confirm needs the command that builds");
        assertThat(check("make").err()).contains("'make' is one word too many");
        assertThat(check("--confirm", "--history", "x.jsonl", "--", "make").exitCode())
                .isEqualTo(2);
    }

    @Test
    void confirm_runsNothingWhereNothingIsSuspicious() {
        history.quiet().builds(10, 1000);

        Terminal.Run run = check("--confirm", "--", "touch", folder.resolve("x").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void confirm_failsWhereFiveBuildsAgree() throws IOException {
        history.quiet().builds(10, 1300);

        Terminal.Run run =
                check("--confirm", "--", "sh", recording("1305 1310 1295 1290").toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).startsWith("REGRESSED: time +30.0 %").contains("confirmed by 5 builds");
        assertThat(run.err()).contains("building it again, 2 of 3", "building it again, 5 of 5");
    }

    @Test
    void confirm_endsAfterThreeBuildsWhereTheFirstWasUnlucky() throws IOException {
        history.quiet().builds(10, 1300);

        Terminal.Run run = check(
                "--confirm", "--strict", "--", "sh", recording("1000 1005").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("UNCHANGED").contains("3 builds");
    }

    @Test
    void confirm_ofACommandThatFailsLeavesTheSuspicion() {
        history.quiet().builds(10, 1300);

        Terminal.Run run = check("--confirm", "--strict", "--", "sh", "-c", "exit 3");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("SUSPICIOUS");
        assertThat(run.err()).contains("the command failed with exit code 3; it confirms nothing");
    }

    @Test
    void confirm_ofAnotherCommitConfirmsNothing() {
        history.quiet().builds(10, 1300);

        Terminal.Run run = check("--confirm", "--", "true");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("SUSPICIOUS");
        assertThat(run.err()).contains("what the command built is not the candidate");
    }

    /** A script that records itself: each run takes the next of these times, as a build of the newest commit. */
    private Path recording(String millis) throws IOException {
        history.write();
        Path file = folder.resolve(".bengal-metrics/history.jsonl");
        int n = 0;
        for (String one : millis.split(" ")) {
            HandWritten more = new HandWritten(folder.resolve("next" + n)).build(10, Double.parseDouble(one));
            more.with("id000", "run" + n).write();
            n++;
        }
        return Files.writeString(folder.resolve("build.sh"), """
                cd '%s'
                for next in next*; do cat $next/.bengal-metrics/history.jsonl >> '%s'; rm -r $next; exit 0; done
                """.formatted(folder, file));
    }

    @Test
    void check_judgesWhatIsCheckedOutThoughOthersRecordedNewerBuilds() throws Exception {
        git("init", "-q", "-b", "main");
        git("commit", "-q", "--allow-empty", "-m", "mine");
        String head = git("rev-parse", "HEAD").strip();
        history.quiet();
        for (double millis : new double[] {1300, 1310, 1290, 1305, 1295}) {
            history.build(head, 20, millis, "");
        }
        history.build(30, 1000).build(31, 1000);

        Terminal.Run run = check();

        assertThat(run.out()).startsWith("REGRESSED: time +30.0 %.").contains("(" + head.substring(0, 8) + ")");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private String git(String... arguments) throws Exception {
        return Git.run(folder, arguments);
    }
}
