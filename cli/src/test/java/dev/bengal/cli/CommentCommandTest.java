package dev.bengal.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bengal perf comment}, against a server in the place of GitHub and GitLab. */
class CommentCommandTest {
    private static final String HEAD = HandWritten.hash(10);
    private static final String COMMENTS = "/repos/shop/till/issues/12/comments";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    private HandWritten history;
    private Path summary;

    @BeforeEach
    void begin() throws IOException {
        server.start();
        history = new HandWritten(folder);
        Files.writeString(folder.resolve("bengal.toml"), "[perf]\nproject = \"p\"\n");
        summary = folder.resolve("summary.md");
        server.stubFor(get("/user").willReturn(okJson("{\"login\":\"meter\"}")));
        server.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(okJson("[]")));
        server.stubFor(post(COMMENTS).willReturn(okJson("{\"id\":1}").withStatus(201)));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Terminal gitHub(String event, String payload) throws IOException {
        Path file = Files.writeString(folder.resolve("event.json"), payload);
        return new Terminal(folder)
                .with("CI", "true")
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_REPOSITORY", "shop/till")
                .with("GITHUB_EVENT_NAME", event)
                .with("GITHUB_EVENT_PATH", file.toString())
                .with("GITHUB_API_URL", "http://127.0.0.1:" + server.port())
                .with("GITHUB_SERVER_URL", "https://github.example.org")
                .with("GITHUB_RUN_ID", "7")
                .with("GITHUB_SHA", HandWritten.hash(99))
                .with("GITHUB_STEP_SUMMARY", summary.toString())
                .with("GITHUB_TOKEN", "ghs_secret");
    }

    private Terminal pullRequest() throws IOException {
        return gitHub(
                "pull_request",
                "{\"pull_request\":{\"number\":12,\"head\":{\"sha\":\"" + HEAD + "\"},\"base\":{\"ref\":\"main\"}}}");
    }

    private Terminal endedRun() throws IOException {
        server.stubFor(get(urlPathEqualTo("/repos/shop/till/pulls"))
                .withQueryParam("head", equalTo("fork:fast"))
                .willReturn(okJson("[{\"number\":12,\"head\":{\"sha\":\"" + HEAD
                        + "\",\"repo\":{\"full_name\":\"fork/till\"}},\"base\":{\"ref\":\"main\"}}]")));
        return gitHub(
                "workflow_run",
                "{\"workflow_run\":{\"id\":41,\"event\":\"pull_request\",\"head_sha\":\"" + HEAD
                        + "\",\"head_branch\":\"fast\",\"pull_requests\":[],"
                        + "\"head_repository\":{\"full_name\":\"fork/till\"}}}");
    }

    private Terminal.Run comment(Terminal terminal, String... options) {
        history.write();
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"perf", "-C", ".", "comment"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        Terminal.Run run = terminal.run(arguments);
        assertThat(run.out() + run.err()).doesNotContain("ghs_secret", "glpat-secret");
        return run;
    }

    private String posted(String path) throws IOException {
        var requests = server.findAll(postRequestedFor(urlEqualTo(path)));
        assertThat(requests).hasSize(1);
        return new ObjectMapper()
                .readTree(requests.get(0).getBodyAsString())
                .path("body")
                .asText();
    }

    private void slower() {
        history.quiet().builds(10, 1300, 1310, 1290, 1305, 1295);
    }

    @Test
    void pullRequest_isToldWhatCheckSays() throws IOException {
        slower();

        Terminal.Run run = comment(pullRequest());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("Commented on GitHub 12: REGRESSED.");
        assertThat(posted(COMMENTS))
                .startsWith("<!-- bengal:perf ")
                .contains("-->\n**Look at this: time +30.0 %.**")
                .contains("| time | 1.00s | 1.30s | +30.0 % |")
                .contains("bengal perf ab --base origin/main -- COMMAND")
                .contains("(https://github.example.org/shop/till/actions/runs/7)");
        server.verify(postRequestedFor(urlEqualTo(COMMENTS)).withHeader("Authorization", equalTo("Bearer ghs_secret")));
    }

    private Terminal jenkins() {
        server.stubFor(get("/repos/shop/till/pulls/12")
                .willReturn(okJson("{\"number\":12,\"head\":{\"sha\":\"" + HEAD + "\"},\"base\":{\"ref\":\"main\"}}")));
        return new Terminal(folder)
                .with("JENKINS_URL", "https://jenkins.example.org/")
                .with("BUILD_URL", "https://jenkins.example.org/job/till/7/")
                .with("GITHUB_TOKEN", "ghs_secret");
    }

    private Terminal.Run commentOnNamed(Terminal terminal, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--forge",
                "github",
                "--repository",
                "shop/till",
                "--pull-request",
                "12",
                "--api",
                "http://127.0.0.1:" + server.port()));
        options.addAll(List.of(more));
        return comment(terminal, options.toArray(String[]::new));
    }

    @Test
    void pullRequest_isNamedByOptionsWhereNoCiIsThatOfAForge() throws IOException {
        slower();

        Terminal.Run run = commentOnNamed(jenkins());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Commented on GitHub 12: REGRESSED.");
        assertThat(posted(COMMENTS))
                .contains("**Look at this: time +30.0 %.**", "(https://jenkins.example.org/job/till/7/)");
    }

    @Test
    void pullRequest_namedWithoutATokenIsLeftAlone() {
        slower();

        Terminal.Run run = commentOnNamed(jenkins().with("GITHUB_TOKEN", ""));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains(
                        "No comment on GitHub 12 from this run: it has no token (GITHUB_TOKEN or GH_TOKEN). One with the"
                                + " permission pull-requests: write may comment.");
        server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void mergeRequest_isNamedByOptions() throws IOException {
        slower();
        String notes = "/projects/shop%2Ftill/merge_requests/5/notes";
        server.stubFor(get("/projects/shop%2Ftill/merge_requests/5")
                .willReturn(okJson("{\"iid\":5,\"sha\":\"" + HEAD + "\",\"target_branch\":\"main\"}")));
        server.stubFor(get("/user").willReturn(okJson("{\"username\":\"meter\"}")));
        server.stubFor(get(urlPathEqualTo(notes)).willReturn(okJson("[]")));
        server.stubFor(post(notes).willReturn(okJson("{\"id\":1}").withStatus(201)));
        Terminal cron = new Terminal(folder).with("BENGAL_GITLAB_TOKEN", "glpat-secret");

        Terminal.Run run = comment(
                cron,
                "--forge",
                "gitlab",
                "--repository",
                "shop/till",
                "--merge-request",
                "5",
                "--api",
                "http://127.0.0.1:" + server.port());

        assertThat(run.err()).contains("Commented on GitLab 5: REGRESSED.");
        assertThat(posted(notes)).contains("**Look at this: time +30.0 %.**");
    }

    @Test
    void change_thatIsHalfNamedOrNotThereIsASentence() {
        slower();
        server.stubFor(get("/repos/shop/till/pulls/12").willReturn(aResponse().withStatus(404)));

        assertThat(comment(new Terminal(folder), "--forge", "github").err())
                .isEqualTo("bengal: --forge, --repository and --pull-request go together: they name one change.\n");
        Terminal.Run run = commentOnNamed(new Terminal(folder).with("GITHUB_TOKEN", "ghs_secret"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("/repos/shop/till/pulls/12");
        assertThat(comment(new Terminal(folder), "--forge", "github", "--repository", "../x", "--pull-request", "1")
                        .err())
                .contains("at GitHub it is OWNER/NAME");
    }

    @Test
    void run_hasItInItsSummaryAndAnnotations() throws IOException {
        slower();
        Files.writeString(summary, "before\n");

        Terminal.Run run = comment(pullRequest());

        assertThat(run.out())
                .isEqualTo("::error title=Performance::time +30.0 %25, REGRESSED: beyond noise and limit.\n");
        assertThat(Files.readString(summary))
                .startsWith("before\n\n**Look at this: ")
                .doesNotContain("<!-- bengal");
    }

    @Test
    void push_hasASummaryAndNoComment() throws IOException {
        slower();

        Terminal.Run run = comment(gitHub("push", "{}"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("about no pull request or merge request");
        assertThat(Files.readString(summary)).contains("**Look at this: time +30.0 %.**");
        server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void dryRun_printsTheCommentAndChangesNothing() throws IOException {
        slower();

        Terminal.Run run = comment(pullRequest(), "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("<!-- bengal:perf ").contains("**Look at this: time +30.0 %.**");
        assertThat(summary).doesNotExist();
        server.verify(0, anyRequestedFor(anyUrl()));
        assertThat(comment(new Terminal(folder), "--dry-run").out()).contains("**Look at this: time +30.0 %.**");
    }

    @Test
    void outsideOfCi_nobodySaysWhereToComment() {
        slower();

        Terminal.Run run = comment(new Terminal(folder));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("neither GitHub Actions nor GitLab CI").contains("--dry-run");
    }

    @Test
    void baseline_thatIsMissingIsLoudEverywhere() throws IOException {
        history.build(1, 1000).build(10, 1000);

        Terminal.Run run = comment(pullRequest());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("::warning title=Performance::There is no baseline yet");
        assertThat(posted(COMMENTS))
                .contains("**Not judged: no answer about growth.")
                .contains("> [!WARNING]\n> - There is no baseline yet: 1 build of other commits");
        assertThat(Files.readString(summary)).contains("> [!WARNING]");
    }

    @Test
    void build_thatIsNotThereIsSaid() throws IOException {
        history.quiet();

        Terminal.Run run = comment(pullRequest());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nothing was judged. No build of " + HEAD);
        assertThat(comment(pullRequest(), "--scenario", "gone").err())
                .contains("nothing was judged. None of the 10 recorded builds is of the scenario 'gone'; there is '");
        server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void merge_thatWasBuiltInPlaceIsSaid() throws IOException {
        history.quiet().build(99, 1001);

        comment(pullRequest());

        assertThat(posted(COMMENTS))
                .contains("What was built is " + HandWritten.hash(99).substring(0, 8)
                        + ", and not the newest commit of the change");
    }

    @Test
    void newerBuildsOfOtherBranches_areNotTakenForTheChange() throws IOException {
        history.quiet().builds(10, 1300, 1310, 1290, 1305, 1295).build(50, 1000).build(51, 1000);

        comment(pullRequest());

        assertThat(posted(COMMENTS)).contains("After: the newest commit (" + HEAD.substring(0, 8) + ")");
    }

    @Test
    void token_thatMayNotCommentIsSaidAndFine() throws IOException {
        slower();
        server.stubFor(post(COMMENTS)
                .willReturn(aResponse()
                        .withStatus(403)
                        .withBody("{\"message\":\"Resource not accessible by integration\"}")));

        Terminal.Run run = comment(pullRequest());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("No comment on GitHub 12: the token may not.")
                .contains("Resource not accessible by integration");
        assertThat(Files.readString(summary)).contains("**Look at this");
    }

    @Test
    void token_thatIsMissingIsSaidAndFine() throws IOException {
        slower();

        Terminal.Run run = comment(pullRequest().with("GITHUB_TOKEN", " "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("from this run: it has no token (GITHUB_TOKEN or GH_TOKEN). Where the workflow");
        server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void refusal_isAFailure() throws IOException {
        slower();
        server.stubFor(post(COMMENTS).willReturn(aResponse().withStatus(422).withBody("{\"message\":\"no\"}")));

        Terminal.Run run = comment(pullRequest());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("bengal: 127.0.0.1 answered POST " + COMMENTS + " with 422 (no).");
    }

    @Test
    void artifact_ofAForkIsJudgedAsAPullRequestWhateverItSays() throws IOException {
        history.quiet();
        HandWritten fork = new HandWritten(folder.resolve("fork"));
        fork.builds(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
                .build(10, 1300)
                .with("\"project\":\"p\"", "\"project\":\"@all\"")
                .with("\"git_branch\":\"main\"", "\"git_branch\":\"main\",\"pull_request\":1")
                .write();
        Path artifact = folder.resolve("fork/.bengal-metrics/history.jsonl");

        Terminal.Run run = comment(endedRun(), "--artifact", artifact.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("1 build taken as pr/12.");
        assertThat(posted(COMMENTS))
                .contains("Perhaps worse", "time +30.0 %", "actions/runs/41")
                .doesNotContain("@all");
        List<String> lines = Files.readAllLines(folder.resolve(".bengal-metrics/history.jsonl"));
        assertThat(lines).hasSize(11);
        assertThat(lines.get(10))
                .contains("\"git_branch\":\"pr/12\"", "\"git_commit\":\"" + HEAD + "\"")
                .doesNotContain("@all");
    }

    @Test
    void artifact_mayNotAcceptExcludeOrPrune() throws IOException {
        slower();
        history.write();
        HandWritten fork = new HandWritten(folder.resolve("fork"));
        fork.builds(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
                .build(10, 1305)
                .write();
        Path artifact = folder.resolve("fork/.bengal-metrics/history.jsonl");
        Files.writeString(
                artifact,
                Files.readString(artifact)
                        + "{\"schema_version\":1,\"event\":\"accepted\",\"event_id\":\"e1\",\"project\":\"p\",\"timestamp\":\"2026-03-02T00:00:00Z\","
                        + "\"git_commit\":\"" + HEAD + "\",\"reason\":\"mine\"}\n");

        Terminal.Run run = comment(endedRun(), "--artifact", artifact.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("1 build taken as pr/12.");
        assertThat(Files.readString(folder.resolve(".bengal-metrics/history.jsonl")))
                .doesNotContain("accepted");
        assertThat(posted(COMMENTS)).contains("**Look at this");
    }

    @Test
    void artifact_thatIsNotWhatItShouldBeIsRefusedWhole() throws IOException {
        history.quiet();
        HandWritten fork = new HandWritten(folder.resolve("fork"));
        fork.build(10, 1300).write();
        Path good = folder.resolve("fork/.bengal-metrics/history.jsonl");
        String line = Files.readString(good);
        record Case(String text, String said) {}
        for (Case one : List.of(
                new Case(line + "{\"schema_version\":", "artifact.jsonl:2"),
                new Case(
                        line + line.replace("\"total_duration_ms\":1300.000", "\"total_duration_ms\":\"NaN\""),
                        "artifact.jsonl:2"),
                new Case("<html>", "artifact.jsonl:1"),
                new Case("", "holds no build of " + HEAD),
                new Case(line.replace(HEAD, HandWritten.hash(1)), "holds no build of " + HEAD),
                new Case(line.repeat(300), "more than the builds of one commit"),
                new Case(line.replace(HEAD, HandWritten.hash(1)).repeat(10_001), "more than the builds of one commit"),
                new Case(line.strip() + " ".repeat(3 << 20) + "\n", "more than the builds of one commit"),
                new Case(
                        line.replace(
                                "\"total_duration_ms\"",
                                "\"measurements\":["
                                        + IntStream.rangeClosed(0, 10_000)
                                                .mapToObj(i -> "{\"name\":\"m" + i + "\",\"value\":1}")
                                                .collect(Collectors.joining(","))
                                        + "],\"total_duration_ms\""),
                        "10001 phases and measurements, and 10000 is the most"),
                new Case(" ".repeat(17 << 20), "longer than 16 MiB"))) {
            Path artifact = Files.writeString(folder.resolve("artifact.jsonl"), one.text());

            Terminal.Run run = comment(endedRun(), "--artifact", artifact.toString());

            assertThat(run.exitCode()).as(one.said()).isEqualTo(2);
            assertThat(run.err()).contains(one.said());
        }
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), good);
        assertThat(comment(endedRun(), "--artifact", link.toString()).err()).contains("is no plain file");
        assertThat(Files.readAllLines(folder.resolve(".bengal-metrics/history.jsonl")))
                .hasSize(10);
        server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void artifact_isForRunsThatAnotherOneStarted() throws IOException {
        history.quiet();

        Terminal.Run run = comment(pullRequest(), "--artifact", "x.jsonl");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--artifact is for the builds of another run");
    }

    @Test
    void pullRequest_thatMovedOnOrIsClosedIsLeft() throws IOException {
        history.quiet();
        Terminal terminal = endedRun();
        server.stubFor(get(urlPathEqualTo("/repos/shop/till/pulls")).willReturn(okJson("[]")));

        Terminal.Run run = comment(terminal, "--artifact", "x.jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("about no pull request that is open and still at that commit");
    }

    @Test
    void gitLab_hasANoteByItsOwnToken() throws IOException {
        slower();
        String notes = "/api/v4/projects/9/merge_requests/5/notes";
        server.stubFor(get("/api/v4/user").willReturn(okJson("{\"username\":\"project_9_bot\"}")));
        server.stubFor(get(urlPathEqualTo(notes)).willReturn(okJson("[]")));
        server.stubFor(post(notes).willReturn(okJson("{\"id\":1}").withStatus(201)));
        Terminal terminal = new Terminal(folder)
                .with("GITLAB_CI", "true")
                .with("CI_API_V4_URL", "http://127.0.0.1:" + server.port() + "/api/v4")
                .with("CI_PROJECT_ID", "66")
                .with("CI_MERGE_REQUEST_PROJECT_ID", "9")
                .with("CI_MERGE_REQUEST_IID", "5")
                .with("CI_COMMIT_SHA", HEAD)
                .with("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "")
                .with("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "trunk")
                .with("CI_JOB_URL", "https://gitlab.example.org/shop/till/-/jobs/3")
                .with("BENGAL_GITLAB_TOKEN", "glpat-secret");

        Terminal.Run run = comment(terminal);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("Commented on GitLab 5: REGRESSED.");
        assertThat(run.out()).isEmpty();
        assertThat(posted(notes))
                .contains("**Look at this", "--base origin/trunk", "(https://gitlab.example.org/shop/till/-/jobs/3)");
        server.verify(postRequestedFor(urlEqualTo(notes))
                .withHeader("PRIVATE-TOKEN", equalTo("glpat-secret"))
                .withHeader("Authorization", absent()));
        assertThat(comment(terminal.with("CI_MERGE_REQUEST_IID", "")).err())
                .contains("about no pull request or merge request");
    }

    @Test
    void configurationOfTheBranch_choosesNoReceiver() throws IOException {
        slower();
        Files.writeString(folder.resolve("bengal.toml"), """
                [perf]
                project = "p"
                store = "postgresql://evil.example.org/x"
                [perf.forge]
                api = "http://evil.example.org"
                """);

        Terminal.Run run = comment(pullRequest());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("in CI the shared history is taken from BENGAL_STORE alone");
        assertThat(posted(COMMENTS)).contains("**Look at this");
    }
}
