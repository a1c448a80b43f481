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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
        Ended ended = measure(Map.of("BENGAL_KEEP", "yes"), "sh", "-c", "exit 7");

        assertThat(ended.exitCode()).isEqualTo(7);
        assertThat(ended.text()).contains("sent 1 line");
        assertThat(measure(Map.of()).exitCode()).isEqualTo(2);
    }

    @Test
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
