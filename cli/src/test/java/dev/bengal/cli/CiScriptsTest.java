package dev.bengal.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The scripts of ci/ and the steps of the actions, run as CI runs them, with a bare repository and a server in the place of a forge. */
class CiScriptsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String COMMENTS = "/repos/shop/till/issues/12/comments";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    private Path work;

    @BeforeEach
    void makeARepositoryAsANewUserHasIt() throws Exception {
        server.start();
        work = folder.resolve("work");
        run(folder, Map.of(), "git", "init", "-q", "--bare", "-b", "main", "remote.git");
        run(folder, Map.of(), "git", "clone", "-q", "remote.git", "work");
        Files.writeString(work.resolve("bengal.toml"), "[perf]\nproject = \"till\"\n");
        git(work, "checkout", "-q", "-b", "main");
        git(work, "add", ".");
        git(work, "commit", "-q", "-m", "begin");
        git(work, "push", "-q", "origin", "main");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Ended git(Path in, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=x", "-c", "user.email=x@y", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Ended ended = run(in, Map.of(), command.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.text()).isZero();
        return ended;
    }

    /** Runs a command without any variable of a CI that this test itself may run in. */
    private Ended run(Path in, Map<String, String> variables, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.equals("CI") || name.matches("(GITHUB|GITLAB|CI|BENGAL)_.*"));
        environment.put("BENGAL", bengal().toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.putAll(variables);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }

    private record Ended(int exitCode, String text) {}

    /** The command as these tests have it. */
    private Path bengal() throws IOException {
        Path file = folder.resolve("bengal");
        if (Files.notExists(file)) {
            StringBuilder script = new StringBuilder("#!/bin/sh\nexec");
            BengalProcess.command()
                    .forEach(word -> script.append(" '").append(word).append('\''));
            Files.writeString(file, script + " \"$@\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return file;
    }

    private Ended measure(Map<String, String> variables, String... command) throws Exception {
        List<String> words =
                new ArrayList<>(List.of(ROOT.resolve("ci/measure.sh").toString()));
        words.addAll(List.of(command));
        return run(work, variables, words.toArray(String[]::new));
    }

    private String head(Path in) throws Exception {
        return git(in, "rev-parse", "HEAD").text().strip();
    }

    @Test
    void measure_recordsJudgesAndKeepsWithoutShowingATokenToTheBuild() throws Exception {
        Ended ended = measure(
                Map.of(
                        "BENGAL_KEEP",
                        "yes",
                        "BENGAL_SCENARIO",
                        "a test",
                        "GITHUB_TOKEN",
                        "ghs_secret",
                        "GITLAB_TOKEN",
                        "glpat"),
                "sh",
                "-c",
                "env");

        assertThat(ended.exitCode()).as(ended.text()).isZero();
        assertThat(ended.text())
                .contains("there is no baseline yet", "sent 1 line")
                .doesNotContain("ghs_secret", "glpat");
        Path other = folder.resolve("other");
        run(folder, Map.of(), "git", "clone", "-q", "remote.git", "other");
        assertThat(run(other, Map.of(), bengal().toString(), "perf", "sync", "--git")
                        .text())
                .contains("Brought in 1 build ");
        assertThat(git(work, "status", "--porcelain").text()).isEmpty();
    }

    @Test
    void measure_endsAsTheCommandDoesAndKeepsTheFailure() throws Exception {
        Ended ended = measure(Map.of("BENGAL_KEEP", "yes", "BENGAL_SCENARIO", "a test"), "sh", "-c", "exit 7");

        assertThat(ended.exitCode()).isEqualTo(7);
        assertThat(ended.text()).contains("sent 1 line");
        assertThat(measure(Map.of()).exitCode()).isEqualTo(2);
    }

    /** All that shells run would be one scenario. */
    @Test
    void measure_ofAShellWantsAName() throws Exception {
        Ended ended = measure(Map.of(), "/bin/sh", "-c", "touch built");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.text()).startsWith("BENGAL_SCENARIO (");
        assertThat(work.resolve("built")).doesNotExist();
    }

    @Test
    @Tag("heavy")
    void measure_withoutAHistoryToFetchJudgesNevertheless() throws Exception {
        Ended ended = measure(Map.of("BENGAL_REMOTE", "nowhere"), "true");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.text()).contains("the history was not fetched", "there is no baseline yet");
    }

    /** As GitHub runs a composite action: expressions in variables are replaced, and the script is run as it stands. */
    private Ended step(
            String action, String name, Path in, Map<String, String> variables, Map<String, String> expressions)
            throws Exception {
        Map<?, ?> document = (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ROOT.resolve(action)));
        List<?> steps = (List<?>) part((Map<?, ?>) part(document, "runs"), "steps");
        Map<?, ?> step = steps.stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> name.equals(one.get("name")))
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = new HashMap<>();
        ((Map<?, ?>) part(step, "env")).forEach((key, value) -> {
            String text = String.valueOf(value);
            for (Map.Entry<String, String> one : expressions.entrySet()) {
                text = text.replace("${{ " + one.getKey() + " }}", one.getValue());
            }
            environment.put(String.valueOf(key), text);
        });
        assertThat(environment.values()).noneMatch(value -> value.contains("${{"));
        environment.putAll(variables);
        environment.put("BENGAL", bengal().toString());
        return run(in, environment, "bash", "-e", "-c", String.valueOf(step.get("run")));
    }

    private Map<String, String> gitHub(String event, String payload) throws IOException {
        Path file = Files.writeString(folder.resolve("event.json"), payload);
        Map<String, String> variables = new HashMap<>(Map.of(
                "CI", "true",
                "GITHUB_ACTIONS", "true",
                "GITHUB_REPOSITORY", "shop/till",
                "GITHUB_EVENT_NAME", event,
                "GITHUB_EVENT_PATH", file.toString(),
                "GITHUB_API_URL", "http://127.0.0.1:" + server.port(),
                "GITHUB_SERVER_URL", "https://github.example.org",
                "GITHUB_RUN_ID", "7"));
        variables.put(
                "GITHUB_STEP_SUMMARY",
                folder.resolve("summary-" + event + ".md").toString());
        variables.put("RUNNER_TEMP", folder.toString());
        return variables;
    }

    /** From an empty repository on. */
    @Test
    @Tag("heavy")
    void pullRequestOfAFork_isMeasuredByOneWorkflowAndCommentedOnByTheOther() throws Exception {
        Path base = folder.resolve("base");
        run(folder, Map.of(), "git", "clone", "-q", "remote.git", "base");
        git(work, "checkout", "-q", "-b", "fast");
        git(work, "commit", "-q", "--allow-empty", "-m", "of a fork");
        git(work, "push", "-q", "origin", "HEAD:refs/pull/12/head");
        String sha = head(work);

        Ended measured = step(
                "action.yml",
                "Build and judge",
                work,
                gitHub(
                        "pull_request",
                        "{\"pull_request\":{\"number\":12,\"head\":{\"sha\":\"" + sha
                                + "\"},\"base\":{\"ref\":\"main\"}}}"),
                Map.of(
                        "github.action_path", ROOT.toString(),
                        "inputs.scenario", "shop",
                        "inputs.check", "",
                        "inputs.command", "echo \"$((6 * 7))\"; test -z \"${GITHUB_TOKEN:-}\"",
                        "runner.temp", folder.toString()));

        assertThat(measured.exitCode()).as(measured.text()).isZero();
        assertThat(measured.text())
                .contains("42\n", "::warning title=Performance::There is no baseline yet", "it has no token");
        assertThat(folder.resolve("summary-pull_request.md")).content().startsWith("\n**Not judged");
        assertThat(folder.resolve("bengal-builds.jsonl"))
                .content()
                .contains(sha)
                .hasLineCount(1);

        server.stubFor(get(urlPathEqualTo("/repos/shop/till/pulls"))
                .willReturn(okJson("[{\"number\":12,\"head\":{\"sha\":\"" + sha
                        + "\",\"repo\":{\"full_name\":\"fork/till\"}},\"base\":{\"ref\":\"main\"}}]")));
        server.stubFor(get("/user").willReturn(okJson("{\"login\":\"meter\"}")));
        server.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(okJson("[]")));
        server.stubFor(post(COMMENTS).willReturn(okJson("{\"id\":1}").withStatus(201)));
        Map<String, String> variables = gitHub(
                "workflow_run",
                "{\"workflow_run\":{\"id\":41,\"event\":\"pull_request\",\"head_sha\":\"" + sha
                        + "\",\"head_branch\":\"fast\",\"head_repository\":{\"full_name\":\"fork/till\"}}}");
        Path downloaded = folder.resolve("downloaded");
        Files.createDirectories(downloaded.resolve("bengal"));
        Files.move(folder.resolve("bengal-builds.jsonl"), downloaded.resolve("bengal/bengal-builds.jsonl"));
        variables.put("RUNNER_TEMP", downloaded.toString());

        Ended commented = step(
                "ci/comment/action.yml",
                "Comment",
                base,
                variables,
                Map.of(
                        "github.action_path",
                        ROOT.resolve("ci/comment").toString(),
                        "github.event.workflow_run.head_sha",
                        sha,
                        "inputs.token",
                        "ghs_secret"));

        assertThat(commented.exitCode()).as(commented.text()).isZero();
        assertThat(commented.text())
                .contains("1 build taken as pr/12.", "Commented on GitHub 12")
                .doesNotContain("ghs_secret");
        server.verify(postRequestedFor(urlEqualTo(COMMENTS)).withRequestBody(containing("Not judged")));
        assertThat(git(base, "rev-parse", "--abbrev-ref", "HEAD").text()).isEqualTo("main\n");
        assertThat(git(base, "log", "--format=%s").text()).isEqualTo("begin\n");
    }

    /** What the Jenkinsfile has a shell do, in its order: measure, comment on a change, sync a branch. */
    private static List<String> shellsOfJenkins() throws IOException {
        return Pattern.compile("sh (?:returnStatus: true, script: )?'([^']+)'")
                .matcher(Files.readString(ROOT.resolve("ci/Jenkinsfile")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private Ended jenkins(String shell, Map<String, String> more) throws Exception {
        Map<String, String> variables = new HashMap<>(Map.of(
                "JENKINS_URL", "https://jenkins.example.org/",
                "BUILD_URL", "https://jenkins.example.org/job/till/7/",
                "BENGAL_HOME", ROOT.toString(),
                "BENGAL_SCENARIO", "make test",
                "REPOSITORY", "shop/till"));
        variables.putAll(more);
        return run(work, variables, "sh", "-c", shell.replace("make test", "true"));
    }

    /** A multibranch pipeline builds the change merged into its base, and no commit of it. */
    @Test
    @Tag("heavy")
    void jenkins_measuresAMergeAndCommentsOnItsPullRequest() throws Exception {
        List<String> shells = shellsOfJenkins();
        assertThat(shells).hasSize(3);
        git(work, "checkout", "-q", "-b", "fast");
        git(work, "commit", "-q", "--allow-empty", "-m", "of a change");
        String change = head(work);
        git(work, "checkout", "-q", "main");
        git(work, "commit", "-q", "--allow-empty", "-m", "meanwhile");
        git(work, "checkout", "-q", "--detach");
        git(work, "merge", "-q", "--no-ff", "-m", "a merge to try", "fast");
        server.stubFor(get("/repos/shop/till/pulls/12")
                .willReturn(
                        okJson("{\"number\":12,\"head\":{\"sha\":\"" + change + "\"},\"base\":{\"ref\":\"main\"}}")));
        server.stubFor(get("/user").willReturn(okJson("{\"login\":\"meter\"}")));
        server.stubFor(get(urlPathEqualTo(COMMENTS)).willReturn(okJson("[]")));
        server.stubFor(post(COMMENTS).willReturn(okJson("{\"id\":1}").withStatus(201)));

        Ended measured = jenkins(shells.get(0), Map.of("CHANGE_ID", "12"));
        Ended commented = jenkins(
                shells.get(1),
                Map.of(
                        "CHANGE_ID", "12",
                        "GITHUB_TOKEN", "ghs_secret",
                        "GITHUB_API_URL", "http://127.0.0.1:" + server.port()));

        assertThat(measured.exitCode()).as(measured.text()).isZero();
        assertThat(commented.exitCode()).as(commented.text()).isZero();
        assertThat(commented.text()).contains("Commented on GitHub 12").doesNotContain("ghs_secret");
        server.verify(postRequestedFor(urlEqualTo(COMMENTS))
                .withRequestBody(containing("Not judged"))
                .withRequestBody(containing("and not the newest commit of the change, " + change.substring(0, 8)))
                .withRequestBody(containing("https://jenkins.example.org/job/till/7/")));
    }

    @Test
    void jenkins_sendsTheBuildsOfABranch() throws Exception {
        List<String> shells = shellsOfJenkins();

        assertThat(jenkins(shells.get(0), Map.of()).text()).contains("There is no history yet", "no baseline yet");
        assertThat(jenkins(shells.get(2), Map.of()).text()).contains("sent 1 line");
    }

    /** What the template has a shell do in this part of its job, with Bengal where these tests have it. */
    private String gitLabScript(String part) throws IOException {
        Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(ROOT.resolve("ci/gitlab-ci.yml")));
        List<?> lines = (List<?>) part((Map<?, ?>) part(document, "performance"), part);
        return String.join("\n", lines.stream().map(String::valueOf).toList())
                .replace("/opt/bengal/bengal", bengal().toString())
                .replace("/opt/bengal", ROOT.toString());
    }

    /** The address that the template pushes to leads to the bare repository. */
    private Map<String, String> gitLab() {
        Map<String, String> variables = new HashMap<>();
        variables.put("CI", "true");
        variables.put("GITLAB_CI", "true");
        variables.put("CI_API_V4_URL", "http://127.0.0.1:" + server.port());
        variables.put("CI_SERVER_HOST", "gitlab.example.org");
        variables.put("CI_SERVER_PORT", "443");
        variables.put("CI_PROJECT_PATH", "shop/till");
        variables.put("CI_PROJECT_ID", "3");
        variables.put("CI_DEFAULT_BRANCH", "main");
        variables.put("BENGAL_GITLAB_TOKEN", "glpat-secret");
        variables.put("BENGAL_SCENARIO", "make test");
        variables.put("MEASURED_COMMAND", "test -z \"${BENGAL_GITLAB_TOKEN:-}\"");
        variables.put("GIT_CONFIG_COUNT", "1");
        variables.put("GIT_CONFIG_KEY_0", "url." + folder.resolve("remote.git") + ".insteadOf");
        variables.put("GIT_CONFIG_VALUE_0", "https://oauth2:glpat-secret@gitlab.example.org:443/shop/till.git");
        return variables;
    }

    @Test
    @Tag("heavy")
    void gitLab_keepsTheBuildsOfItsDefaultBranchAndCommentsOnAMergeRequest() throws Exception {
        Map<String, String> ofBranch = gitLab();
        ofBranch.put("CI_COMMIT_BRANCH", "main");
        ofBranch.put("CI_COMMIT_SHA", head(work));
        Ended kept = run(work, ofBranch, "sh", "-e", "-c", gitLabScript("script"));

        git(work, "checkout", "-q", "-b", "fast");
        git(work, "commit", "-q", "--allow-empty", "-m", "of a change");
        Map<String, String> ofRequest = gitLab();
        ofRequest.put("CI_MERGE_REQUEST_IID", "5");
        ofRequest.put("CI_MERGE_REQUEST_PROJECT_ID", "3");
        ofRequest.put("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
        ofRequest.put("CI_COMMIT_SHA", head(work));
        String notes = "/projects/3/merge_requests/5/notes";
        server.stubFor(get("/user").willReturn(okJson("{\"username\":\"meter\"}")));
        server.stubFor(get(urlPathEqualTo(notes)).willReturn(okJson("[]")));
        server.stubFor(post(notes).willReturn(okJson("{\"id\":1}").withStatus(201)));
        Ended commented = run(work, ofRequest, "sh", "-e", "-c", gitLabScript("script"));
        Ended after = run(work, ofRequest, "sh", "-e", "-c", gitLabScript("after_script"));

        assertThat(kept.exitCode()).as(kept.text()).isZero();
        assertThat(kept.text()).contains("sent 1 line", "about no pull request").doesNotContain("glpat-secret");
        assertThat(commented.exitCode()).as(commented.text()).isZero();
        assertThat(commented.text()).contains("Commented on GitLab 5").doesNotContain("sent 1 line", "glpat-secret");
        assertThat(after.exitCode()).as(after.text()).isZero();
        assertThat(work.resolve("metrics.txt")).content().contains("bengal_total_duration_seconds{");
        assertThat(work.resolve("budgets.xml")).content().contains("<testsuite ");
    }

    /** The four commands of the guide, from an empty repository, on a machine that no CI runs. */
    @Test
    void cron_recordsJudgesAndKeepsByFourCommands() throws Exception {
        String guide = Files.readString(ROOT.resolve("docs/content/ci.md"));
        Matcher commands = Pattern.compile("these four do\\s+the same:\\R\\R```\\R((?:bengal perf .*\\R){4})```")
                .matcher(guide);
        assertThat(commands.find()).isTrue();
        String script =
                commands.group(1).replace("bengal perf", "\"$BENGAL\" perf").replace("make test\n", "true\n");

        Ended ended = run(work, Map.of(), "sh", "-e", "-c", script);

        assertThat(ended.exitCode()).as(ended.text()).isZero();
        assertThat(ended.text()).contains("There is no history yet", "no baseline yet", "sent 1 line");
    }

    /** The job of the guide as it stands, where neither the PATH nor a variable says where Bengal is. */
    @Test
    void cron_runsTheJobOfTheGuideWithTheBengalBesideTheScript() throws Exception {
        Matcher job = Pattern.compile("\\n(cd /srv/shop && .*measure\\.sh make test)\\n")
                .matcher(Files.readString(ROOT.resolve("docs/content/ci.md")));
        assertThat(job.find()).isTrue();
        Path clone = Files.createDirectories(folder.resolve("home/bengal"));
        for (String script : List.of("measure.sh", "comment.sh")) {
            Files.copy(
                    ROOT.resolve("ci").resolve(script),
                    Files.createDirectories(clone.resolve("ci")).resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createSymbolicLink(clone.resolve("bengal"), bengal());
        String line =
                job.group(1).replace("/srv/shop", work.toString()).replace("measure.sh make test", "measure.sh true");
        Map<String, String> environment = Map.of(
                "HOME", folder.resolve("home").toString(),
                "PATH", "/usr/bin:/bin",
                "BENGAL", "");

        Ended ended = run(folder, environment, "sh", "-c", line);

        assertThat(ended.exitCode()).as(ended.text()).isZero();
        assertThat(ended.text())
                .contains("There is no history yet", "no baseline yet", "sent 1 line")
                // It is no other count than before where there is no before.
                .doesNotContain("exit_code");
    }

    @Test
    void comment_withoutBuildsSaysSoAndAsksNobody() throws Exception {
        Ended ended = run(
                work,
                Map.of("HEAD_SHA", "x; touch planted"),
                ROOT.resolve("ci/comment.sh").toString(),
                "none.jsonl");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.text()).contains("recorded no build");
        Files.writeString(work.resolve("some.jsonl"), "{}\n");
        Ended outside = run(
                work,
                Map.of("HEAD_SHA", "x; touch planted"),
                ROOT.resolve("ci/comment.sh").toString(),
                "some.jsonl");
        assertThat(outside.exitCode()).isEqualTo(2);
        assertThat(outside.text()).contains("HEAD_SHA is no commit", "neither GitHub Actions nor GitLab CI");
        assertThat(work.resolve("planted")).doesNotExist();
        server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @Tag("heavy")
    void keep_sendsWhatAnotherJobMeasured() throws Exception {
        assertThat(measure(
                                Map.of(
                                        "BENGAL_ARTIFACT",
                                        folder.resolve("bengal-builds.jsonl").toString()),
                                "true")
                        .exitCode())
                .isZero();
        Path fresh = folder.resolve("fresh");
        run(folder, Map.of(), "git", "clone", "-q", "remote.git", "fresh");
        Files.createDirectories(folder.resolve("temp/bengal"));
        Files.move(folder.resolve("bengal-builds.jsonl"), folder.resolve("temp/bengal/bengal-builds.jsonl"));

        Ended kept = step(
                "ci/keep/action.yml",
                "Keep the builds",
                fresh,
                Map.of("RUNNER_TEMP", folder.resolve("temp").toString()),
                Map.of("github.action_path", ROOT.resolve("ci/keep").toString()));

        assertThat(kept.exitCode()).as(kept.text()).isZero();
        assertThat(kept.text()).contains("1 build brought in", "sent 1 line");
    }

    private static Object part(Map<?, ?> mapping, String key) {
        return Objects.requireNonNull(mapping.get(key), key);
    }
}
