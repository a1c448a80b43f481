package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsCommandTest {
    private static final String HISTORY = ".bengal-metrics/history.jsonl";

    @TempDir
    private Path folder;

    private Path project;
    private Path heard;

    @BeforeEach
    void openProject() throws IOException {
        heard = folder.resolve("heard");
        project = Files.createDirectory(folder.resolve("project"));
        configure(project, siren());
    }

    private String siren() {
        return "[perf.alerts.siren]\ntype = \"command\"\ncommand = [\"sh\", \"-c\", \"cat >> " + heard + "\"]\n";
    }

    private static void configure(Path project, String text) throws IOException {
        Files.writeString(project.resolve("bengal.toml"), text);
    }

    private Terminal.Run alerts(String... options) {
        return alerts(new Terminal(project), options);
    }

    private static Terminal.Run alerts(Terminal terminal, String... options) {
        List<String> arguments = new ArrayList<>(List.of("perf", "alerts"));
        arguments.addAll(List.of(options));
        return terminal.run(arguments.toArray(String[]::new));
    }

    private List<String> heard() throws IOException {
        return Files.exists(heard) ? Files.readAllLines(heard) : List.of();
    }

    @Test
    void send_tellsOfAConfirmedRegressionOnce() throws IOException {
        StepHistory.write(project, 30, 20);

        Terminal.Run first = alerts("--send");
        Terminal.Run second = alerts("--send");

        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).contains("siren was told: docs: total_duration_ms of 'site full' +2");
        assertThat(second.out()).isEqualTo("Everyone knows everything.\n");
        assertThat(heard())
                .hasSize(1)
                .allSatisfy(
                        line -> assertThat(line).contains("\"occasion\":\"firing\"", "bengal perf accept 20abcdef"));
        assertThat(alerts().out()).contains("firing", "siren", "total_duration_ms");
        assertThat(alerts("--format", "json").out())
                .contains("\"schema_version\" : 1", "\"state\" : \"firing\"", "\"told\" : [ \"siren\" ]");
    }

    /** Which may hold secrets, and would run what the change under test put there. */
    @Test
    void command_runsBesideTheCheckoutInCi() throws IOException {
        StepHistory.write(project, 30, 20);
        Path script = Files.writeString(project.resolve("notify.sh"), "#!/bin/sh\ncat > here\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        configure(project, "[perf.alerts.siren]\ntype = \"command\"\ncommand = [\"./notify.sh\"]\n");
        Terminal inCi = new Terminal(project)
                .with("CI", "true")
                .with("BENGAL_ALERTS", project.resolve("bengal.toml").toString());

        Terminal.Run run = alerts(inCi, "--send");

        assertThat(project.resolve("here")).doesNotExist();
        assertThat(run.err()).contains("'./notify.sh' cannot be started");
        assertThat(alerts("--send").out()).contains("siren was told");
        assertThat(project.resolve("here")).exists();
    }

    @Test
    void names_areWordsForTheShellThatTheyAreTypedInto() throws IOException {
        StepHistory.write(project, 30, 20);
        Path history = project.resolve(HISTORY);
        Files.writeString(
                history,
                Files.readString(history)
                        .replace("\"name\":\"parse\"", "\"name\":\"x$(rm)'\\n@all\"")
                        .replaceAll(
                                "\"total_duration_ms\":([0-9.]+)(.*?)\"duration_ms\":[0-9.]+",
                                "\"total_duration_ms\":1000$2\"duration_ms\":$1"));

        alerts("--send");

        assertThat(heard())
                .singleElement()
                .asString()
                .contains("--metric 'phase.x$(rm)'\\\\''\uFFFD@all.duration_ms' --why");
    }

    @Test
    void buildOfTheFuture_makesNothingOld() throws IOException {
        StepHistory.write(project, 30, 20);
        Path history = project.resolve(HISTORY);
        List<String> lines = Files.readAllLines(history);
        Instant now = Instant.now();
        for (int i = 0; i < lines.size(); i++) {
            String start = now.minus(Duration.ofDays(lines.size() - i)).toString();
            lines.set(i, lines.get(i).replaceFirst("\"timestamp\":\"[^\"]+", "\"timestamp\":\"" + start));
        }
        lines.add(lines.get(29)
                .replace("\"b29\"", "\"late\"")
                .replaceFirst("\"timestamp\":\"[^\"]+", "\"timestamp\":\"9999-12-01T00:00:00Z"));
        Files.write(history, lines);

        assertThat(alerts("--send").out()).contains("siren was told");
    }

    @Test
    void send_saysNothingOfAQuietHistory() throws IOException {
        StepHistory.write(project, 30, 30);

        assertThat(alerts("--send").out()).isEqualTo("Everyone knows everything.\n");
        assertThat(alerts().out()).isEqualTo("No alert fires, and nobody was told of any.\n");
        assertThat(heard()).isEmpty();
    }

    @Test
    void accept_acknowledges() throws IOException {
        StepHistory.write(project, 30, 20);
        alerts("--send");
        new Terminal(project).run("perf", "accept", "20abcdef", "--why", "worth it");

        assertThat(alerts("--send").out()).contains("siren was told: Accepted: docs: total_duration_ms");
        assertThat(alerts("--send").out()).isEqualTo("Everyone knows everything.\n");
        assertThat(alerts().out()).contains("acknowledged");
        assertThat(heard()).hasSize(2);
    }

    @Test
    void stepSoonAfterOneThatWasTold_isAnAlertOfItsOwn() throws IOException {
        StepHistory.write(project, 24, 16);
        alerts("--send");
        List<String> told = history().subList(24, 25);
        StepHistory.writeSteps(project, 33, 16, 24);
        append(told);

        Terminal.Run second = alerts("--send");
        new Terminal(project).run("perf", "accept", "24abcdef", "--why", "worth it");
        Terminal.Run accepted = alerts("--send");

        assertThat(second.out().lines())
                .singleElement()
                .asString()
                .startsWith("siren was told: docs: total_duration_ms")
                .endsWith("since 24abcdef");
        assertThat(accepted.out().lines())
                .singleElement()
                .asString()
                .startsWith("siren was told: Accepted: docs: total_duration_ms")
                .endsWith("since 24abcdef");
        assertThat(alerts().out())
                .containsPattern("(?m)^firing .*since 16abcdef$")
                .containsPattern("(?m)^acknowledged .*since 24abcdef$");
    }

    @Test
    void commitThatMovesManyMetrics_isToldOnce() throws IOException {
        StepHistory.write(project, 30, 20);
        raise("\"allocated_mb\":", 20);
        raise("\"name\":\"parse\",\"duration_ms\":", 20);

        Terminal.Run first = alerts("--send");
        Terminal.Run second = alerts("--send");

        assertThat(first.out().lines())
                .singleElement()
                .asString()
                .startsWith("siren was told: docs: total_duration_ms");
        assertThat(heard())
                .singleElement()
                .asString()
                .containsPattern("Also worse: allocated_mb \\+200\\.. %, phase\\.parse\\.duration_ms \\+33.\\.. %\\\\n")
                .contains("bengal perf accept 20abcdef --why");
        assertThat(second.out()).isEqualTo("Everyone knows everything.\n");
        assertThat(alerts().out())
                .containsPattern("(?s)\nfiring +\\S+ \\S+ +siren +– +docs: total_duration_ms[^\n]*"
                        + "\nfiring +– +– +– +docs: allocated_mb[^\n]*"
                        + "\nfiring +– +– +– +docs: phase.parse.duration_ms");
    }

    @Test
    void whoAcceptsOneMetric_isToldOfTheOthers() throws IOException {
        StepHistory.write(project, 30, 20);
        raise("\"allocated_mb\":", 20);
        raise("\"name\":\"parse\",\"duration_ms\":", 20);
        alerts("--send");
        new Terminal(project).run("perf", "accept", "20abcdef", "--metric", "total_duration_ms", "--why", "worth it");

        assertThat(alerts("--send").out().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("Accepted: docs: total_duration_ms"))
                .anySatisfy(line -> assertThat(line).startsWith("siren was told: docs: allocated_mb"));
        assertThat(heard().get(2)).contains("Also worse: phase.parse.duration_ms");
        new Terminal(project).run("perf", "accept", "20abcdef", "--why", "worth it");
        assertThat(alerts("--send").out().lines()).singleElement().asString().contains("Accepted: docs: allocated_mb");
    }

    @Test
    void total_isToldBeforeAPhaseThatWasMeasuredEarlier() throws IOException {
        StepHistory.write(project, 30, 30);
        raise("\"allocated_mb\":", 20);
        raise("\"name\":\"parse\",\"duration_ms\":", 20);
        List<String> lines = history();
        lines.set(0, lines.get(0).replaceFirst("\"allocated_mb\":[0-9.]+,", ""));
        Files.write(project.resolve(HISTORY), lines);

        assertThat(alerts("--send").out().lines())
                .singleElement()
                .asString()
                .startsWith("siren was told: docs: allocated_mb");
    }

    @Test
    void changesOfTwoBuilds_areToldEach() throws IOException {
        StepHistory.write(project, 30, 20);
        raise("\"allocated_mb\":", 22);
        raise("\"name\":\"parse\",\"duration_ms\":", 21);

        assertThat(alerts("--send").out().lines())
                .hasSize(3)
                .anySatisfy(
                        line -> assertThat(line).contains("total_duration_ms").endsWith("since 20abcdef"))
                .anySatisfy(line -> assertThat(line).contains("phase.parse").endsWith("since 21abcdef"))
                .anySatisfy(line -> assertThat(line).contains("allocated_mb").endsWith("since 22abcdef"));
    }

    /** By 1000, from this build on. */
    private void raise(String key, int from) throws IOException {
        List<String> lines = history();
        for (int i = from; i < lines.size(); i++) {
            lines.set(i, lines.get(i).replace(key, key + "1"));
        }
        Files.write(project.resolve(HISTORY), lines);
    }

    /** As more builds come, the estimate moves. */
    @Test
    void stepThatIsFoundAFewBuildsFurther_isStillTheAlertThatWasTold() throws IOException {
        StepHistory.write(project, 30, 16);
        raise("\"allocated_mb\":", 16);
        raise("\"name\":\"parse\",\"duration_ms\":", 16);
        alerts("--send");
        List<String> told = history().subList(30, 31);
        StepHistory.write(project, 33, 18);
        raise("\"allocated_mb\":", 18);
        raise("\"name\":\"parse\",\"duration_ms\":", 18);
        append(told);

        assertThat(alerts("--send").out()).isEqualTo("Everyone knows everything.\n");
    }

    @Test
    void send_tellsWhenAStepIsGone() throws IOException {
        StepHistory.write(project, 30, 20);
        alerts("--send");
        List<String> told = history().subList(30, 31);
        StepHistory.write(project, 30, 30);
        append(told);

        assertThat(alerts("--send").out()).contains("siren was told: Resolved: docs: total_duration_ms");
    }

    /** As where most of the history was moved to an archive. */
    @ParameterizedTest
    @CsvSource({"30, 15, too few builds are left", "45, 21, none of the commit is left"})
    void changeThatCanNoLongerBeJudged_isNotOver(int builds, int first, String why) throws IOException {
        StepHistory.write(project, builds, 20);
        alerts("--send");
        List<String> left = history().subList(first, builds + 1);
        Files.write(project.resolve(HISTORY), left);

        assertThat(alerts("--send").out()).as(why).isEqualTo("Everyone knows everything.\n");
        assertThat(alerts().out()).containsPattern("(?m)^firing .* siren .*since 20abcdef$");
        assertThat(heard()).hasSize(1);
    }

    @Test
    void budgetThatCanNoLongerBeJudged_isNotKeptAgain() throws IOException {
        StepHistory.write(project, 30, 30);
        configure(project, siren() + "[perf.budgets]\nallocated_mb = 400\n");
        alerts("--send");
        List<String> lines = history();
        lines.set(29, lines.get(29).replaceFirst("\"allocated_mb\":[0-9.]+,", ""));
        Files.write(project.resolve(HISTORY), lines);

        assertThat(alerts("--send").out()).isEqualTo("Everyone knows everything.\n");
        configure(project, siren());
        assertThat(alerts("--send").out()).contains("Resolved: docs: allocated_mb");
    }

    private List<String> history() throws IOException {
        return Files.readAllLines(project.resolve(HISTORY));
    }

    private void append(List<String> lines) throws IOException {
        Files.write(project.resolve(HISTORY), lines, StandardOpenOption.APPEND);
    }

    @Test
    void send_tellsWhenABudgetIsExceededAndWhenItIsKeptAgain() throws IOException {
        StepHistory.write(project, 30, 30);
        configure(project, siren() + "[perf.budgets]\nallocated_mb = 400\n");
        assertThat(alerts("--send").out()).contains("allocated_mb of 'site full' is over the budget");
        configure(project, siren() + "[perf.budgets]\nallocated_mb = 600\n");
        assertThat(alerts("--send").out()).contains("Resolved: docs: allocated_mb");
        configure(project, siren() + "[perf.budgets]\nallocated_mb = 400\n");
        assertThat(alerts("--send").out()).contains("allocated_mb of 'site full' is over the budget");

        assertThat(heard()).hasSize(3);
    }

    @Test
    void receiverWithoutItsVariable_waitsAndIsSaidWhy() throws IOException {
        StepHistory.write(project, 30, 20);
        configure(project, siren() + "[perf.alerts.team]\ntype = \"slack\"\nurl_variable = \"TEAM_URL\"\n");

        Terminal.Run before = alerts();
        Terminal.Run sent = alerts("--send");
        Terminal.Run after = alerts();

        assertThat(before.err()).isEmpty();
        assertThat(before.out())
                .containsPattern("(?m)^firing +– +– +siren, team +docs: ")
                .endsWith("\nteam cannot be told: the variable TEAM_URL of url_variable is not set.\n");
        assertThat(sent.exitCode()).isEqualTo(2);
        assertThat(sent.err()).contains("[perf.alerts.team]: the variable TEAM_URL of url_variable is not set.");
        assertThat(sent.out()).contains("siren was told: ");
        assertThat(after.out()).containsPattern("(?m)^firing +\\S+ \\S+ +siren +team +docs: ");
        assertThat(alerts("--format", "json").out())
                .contains(
                        "\"waiting\" : [ \"team\" ]",
                        "\"receiver\" : \"team\"",
                        "\"why\" : \"the variable TEAM_URL of url_variable is not set\"");
    }

    @Test
    void receiversWithoutVariables_areNotSaidToBeMissing() throws IOException {
        StepHistory.write(project, 30, 30);
        configure(project, "[perf.alerts.team]\ntype = \"slack\"\nurl_variable = \"TEAM_URL\"\n");

        assertThat(alerts("--send").out()).isEqualTo("Nobody was told: no receiver of [perf.alerts] can be.\n");
        assertThat(alerts().out()).isEqualTo("""
                        No alert fires, and nobody was told of any.
                        team cannot be told: the variable TEAM_URL of url_variable is not set.
                        """);
    }

    @Test
    void receiverThatIsDown_isToldByTheNextCall() throws IOException {
        StepHistory.write(project, 30, 20);
        configure(project, "[perf.alerts.siren]\ntype = \"command\"\ncommand = [\"no-such-program-here\"]\n");

        Terminal.Run failed = alerts("--send");
        configure(project, siren());

        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.err()).contains("siren was not told: 'no-such-program-here' cannot be started");
        assertThat(alerts().out()).contains("siren");
        assertThat(alerts("--send").exitCode()).isZero();
        assertThat(heard()).hasSize(1);
    }

    @Test
    void tables_thatMakeNoReceiverAreNamed() throws IOException {
        configure(project, """
                [perf.alerts.a]
                type = "pigeon"
                [perf.alerts.b]
                type = "slack"
                url_variable = "HOOK"
                [perf.alerts.c]
                type = "command"
                command = ["true"]
                repeat = 3
                """);

        assertThat(alerts("--send").err())
                .contains(
                        "[perf.alerts.a]: type is 'pigeon'",
                        "[perf.alerts.b]: the variable HOOK of url_variable is not set.",
                        "[perf.alerts.c]: 'repeat' means nothing for command; it takes command, type.");
        assertThat(alerts("--test", "b").err()).contains("There is no receiver 'b' that can be told");
    }

    @Test
    void test_sendsAMessageThatIsNone() throws IOException {
        assertThat(alerts("--test", "siren").out()).isEqualTo("siren was told.\n");
        assertThat(heard()).singleElement().asString().contains("a test, nothing got worse");
    }

    @Test
    void inCi_aBranchUnderTestNamesNoReceiver() throws Exception {
        Path remote = folder.resolve("remote.git");
        Git.run(folder, "init", "-q", "--bare", "-b", "main", remote.toString());
        Git.run(project, "init", "-q", "-b", "main");
        Git.run(project, "add", "bengal.toml");
        Git.run(project, "commit", "-q", "-m", "receivers");
        Git.run(project, "push", "-q", remote.toString(), "main");
        Path clone = folder.resolve("clone");
        Git.run(folder, "clone", "-q", remote.toString(), clone.toString());
        StepHistory.write(clone, 30, 20);
        Path stolen = folder.resolve("stolen");
        configure(clone, siren().replace(heard.toString(), stolen.toString()));

        Terminal.Run run = alerts(new Terminal(clone).with("CI", "true"), "--send");

        assertThat(run.err()).isEmpty();
        assertThat(heard()).hasSize(1);
        assertThat(stolen).doesNotExist();
    }

    @Test
    void inCi_withoutDefaultBranchNobodyIsToldButWhomTheVariableNames() throws IOException {
        StepHistory.write(project, 30, 20);
        Path own = folder.resolve("own.toml");
        Files.writeString(own, siren());

        Terminal.Run without = alerts(new Terminal(project).with("CI", "true"), "--send");
        assertThat(without.err()).contains("in CI receivers of alerts come from the default branch", "Nobody is told.");
        assertThat(heard()).isEmpty();

        alerts(new Terminal(project).with("CI", "true").with("BENGAL_ALERTS", own.toString()), "--send");
        assertThat(heard()).hasSize(1);
    }

    @Test
    void manyJobs_thatShareABranchTellOnce() throws Exception {
        int jobs = 6;
        Git.run(folder, "init", "-q", "--bare", "-b", "main", "remote.git");
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        List<Callable<Terminal.Run>> rounds = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            Path clone = folder.resolve("job" + job);
            Git.run(folder, "clone", "-q", "remote.git", clone.toString());
            StepHistory.write(clone, 30, 20);
            configure(clone, siren());
            rounds.add(() -> alerts(new Terminal(clone), "--send", "--git"));
        }
        try {
            for (Future<Terminal.Run> done : threads.invokeAll(rounds)) {
                assertThat(done.get().err()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(heard()).hasSize(1);
    }
}
