package dev.bengal.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.Verdict;
import dev.bengal.cli.Git;
import dev.bengal.cli.StepHistory;
import dev.bengal.cli.Terminal;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.history.Revisions;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.journal.Journal;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Scenario;
import dev.bengal.report.history.ChangesJsonRenderer;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.report.judged.JudgedSide;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the dashboard says has to be what the commands say. */
class HistoryJudgementsTest {
    @TempDir
    private Path folder;

    private JournalStore store() {
        return new JournalStore(new Journal(folder.resolve(".bengal-metrics/history.jsonl")), "docs");
    }

    private HistoryJudgements judgements() {
        return new HistoryJudgements(
                store(), () -> CommitOrder.BY_TIME, new Revisions(new Repository(folder)), Configuration.load(folder));
    }

    @Test
    void changes_areThoseOfTheCommand() throws IOException {
        StepHistory.write(folder, 60, 40);
        StringBuilder json = new StringBuilder();
        new ChangesJsonRenderer().render(judgements().changes(BuildFilter.ALL, Set.of()), json);

        assertThat(json)
                .contains("\"b40\"")
                .hasToString(new Terminal(folder)
                        .run("perf", "-C", ".", "changes", "--format", "json")
                        .out());
    }

    @Test
    void newestCommit_isJudgedUnderTheLimitsOfTheProject() throws IOException {
        StepHistory.write(folder, 40, 39);

        // One build alone is a suspicion.
        assertThat(verdict()).isEqualTo(Verdict.SUSPICIOUS);
        // A step of 25 percent is one that this project lives with.
        Files.writeString(folder.resolve("bengal.toml"), "[perf.thresholds]\ntime_growth_pct = 60\n");
        assertThat(verdict()).isNotIn(Verdict.SUSPICIOUS, Verdict.REGRESSED);
    }

    /** Builds of a branch that is twice as slow lie between those of main and its newest one. */
    @Test
    void newestCommit_isHeldAgainstWhatLedToItAlone() throws IOException, InterruptedException {
        Git.run(folder, "init", "--quiet", "--initial-branch=main");
        StringBuilder history = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            history.append(line(history, "main", 1000 + i % 3));
        }
        Git.run(folder, "checkout", "--quiet", "-b", "slow");
        for (int i = 0; i < 15; i++) {
            history.append(line(history, "slow", 2000 + i % 3));
        }
        Git.run(folder, "checkout", "--quiet", "main");
        history.append(line(history, "main", 1300));
        Files.writeString(
                Files.createDirectories(folder.resolve(".bengal-metrics")).resolve("history.jsonl"), history);
        JudgedReport report =
                judgements().newest("docs", new Scenario("site full")).orElseThrow();

        assertThat(report.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(report.base().builds())
                .extracting(build -> build.identity().id().value())
                .hasSize(20)
                .contains("b00", "b19");
        assertThat(new Terminal(folder)
                        .run("perf", "-C", ".", "check", "--format", "json")
                        .out())
                .contains("\"verdict\" : \"SUSPICIOUS\"");
    }

    @Test
    void git_isAskedOnceForACommitHoweverOftenItIsJudged() throws IOException {
        StepHistory.write(folder, 40, 39);
        List<String> asked = new ArrayList<>();
        HistoryJudgements judgements = new HistoryJudgements(
                store(),
                () -> CommitOrder.BY_TIME,
                commit -> {
                    asked.add(commit == null ? "none" : commit.hash());
                    return build -> true;
                },
                Configuration.load(folder));

        for (int i = 0; i < 3; i++) {
            assertThat(judgements.newest("docs", new Scenario("site full"))).isPresent();
        }

        assertThat(asked).hasSize(1).doesNotContain("none");
    }

    private String line(CharSequence before, String branch, int millis) throws IOException, InterruptedException {
        int i = (int) before.chars().filter(c -> c == '\n').count();
        Git.run(folder, "commit", "--quiet", "--allow-empty", "-m", "commit " + i);
        return """
                {"schema_version":1,"build_id":"b%02d","timestamp":"2026-01-01T12:%02d:00Z","project":"docs",\
                "scenario":"site full","outcome":"success","git_commit":"%s","git_branch":"%s","git_dirty":false,\
                "total_duration_ms":%d,"environment":{"fingerprint":"desk"}}
                """.formatted(i, i, Git.run(folder, "rev-parse", "HEAD").strip(), branch, millis);
    }

    private Verdict verdict() {
        return judgements()
                .newest("docs", new Scenario("site full"))
                .orElseThrow()
                .verdict();
    }

    @Test
    void scenarioWithoutBuilds_isNotJudged() throws IOException {
        StepHistory.write(folder, 40, 40);

        assertThat(judgements().newest("docs", new Scenario("other"))).isEmpty();
    }

    @Test
    void comparison_isOfTheTwoSides() throws IOException {
        StepHistory.write(folder, 40, 20);
        List<BuildMetrics> builds =
                JudgedHistory.of(store(), BuildFilter.ALL, CommitOrder.BY_TIME).material();
        JudgedReport report = judgements()
                .compare(
                        new JudgedSide("before", builds.subList(0, 20)),
                        new JudgedSide("after", builds.subList(20, 40)));

        assertThat(report.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(report.base().builds()).hasSize(20);
    }

    @Test
    void worth_isToldOfEachTrackedMetric() throws IOException {
        StepHistory.write(folder, 60, 60);

        assertThat(judgements().worth(BuildFilter.ALL))
                .extracting(one -> one.metric().name())
                .contains("total_duration_ms", "allocated_mb", "phase.parse.duration_ms");
    }

    @Test
    void nothing_isAcceptedWhereNobodyTakesIt() {
        assertThat(judgements().acceptances()).isEmpty();
    }
}
