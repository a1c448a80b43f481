package dev.bengal.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The workflows and actions against GitHub's own schemas, and against what fork-safety asks for. */
class WorkflowFilesTest {
    private static final GitHubSchema WORKFLOWS = GitHubSchema.named("workflow-v1.0.json");
    private static final GitHubSchema ACTIONS = GitHubSchema.named("action-v1.0.json");
    private static final List<String> ACTION_FILES =
            List.of("action.yml", "ci/keep/action.yml", "ci/comment/action.yml");

    private static List<String> workflows() throws IOException {
        List<String> names = new ArrayList<>();
        for (String folder : List.of(".github/workflows", "ci/github")) {
            try (Stream<Path> files = Files.list(RepositoryFiles.path(folder))) {
                files.map(file -> folder + "/" + file.getFileName()).sorted().forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void workflows_areAsGitHubReadsThem() throws IOException {
        assertThat(workflows()).hasSizeGreaterThanOrEqualTo(5);
        for (String name : workflows()) {
            assertThat(WORKFLOWS.findings("workflow-root-strict", RepositoryFiles.yaml(name)))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void actions_areAsGitHubReadsThem() throws IOException {
        for (String name : ACTION_FILES) {
            assertThat(ACTIONS.findings("action-root-strict", RepositoryFiles.yaml(name)))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void mistake_inAWorkflowIsFound() throws IOException {
        String good = RepositoryFiles.text(".github/workflows/performance.yml");
        for (Map.Entry<String, String> mistake : Map.of(
                        "runs-on:", "run-on:",
                        "pull_request:", "pull_requests:",
                        "contents: write", "contents: all",
                        "timeout-minutes: 30", "timeout-minutes: soon",
                        "needs: measure", "needs: {measure: x}",
                        "github.event_name ==", "event.name ==",
                        "jobs:", "tasks:")
                .entrySet()) {
            assertThat(good).contains(mistake.getKey());
            Object broken = RepositoryFiles.parsed(good.replace(mistake.getKey(), mistake.getValue()));
            assertThat(WORKFLOWS.findings("workflow-root-strict", broken))
                    .as(mistake.getValue())
                    .isNotEmpty();
        }
        Object action =
                RepositoryFiles.parsed(RepositoryFiles.text("action.yml").replace("using: composite", "using: bash"));
        assertThat(ACTIONS.findings("action-root-strict", action)).isNotEmpty();
    }

    /** What an expression yields would be part of the script, whoever wrote it. */
    @Test
    void scripts_holdNoExpressions() throws IOException {
        List<String> scripts = new ArrayList<>();
        for (String name : workflows()) {
            RepositoryFiles.mapping(
                            RepositoryFiles.mapping(RepositoryFiles.yaml(name)).get("jobs"))
                    .values()
                    .forEach(job ->
                            scripts.addAll(scripts(RepositoryFiles.mapping(job).get("steps"))));
        }
        for (String name : ACTION_FILES) {
            scripts.addAll(scripts(RepositoryFiles.mapping(
                            RepositoryFiles.mapping(RepositoryFiles.yaml(name)).get("runs"))
                    .get("steps")));
        }
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(4).noneMatch(script -> script.contains("${{"));
    }

    /** GitHub does not ask for what an action says is required. */
    @Test
    void action_measuresNothingThatHasNoName() throws Exception {
        String script = scripts(RepositoryFiles.mapping(RepositoryFiles.mapping(RepositoryFiles.yaml("action.yml"))
                                .get("runs"))
                        .get("steps"))
                .get(0);

        assertThat(bash(script, ""))
                .isEqualTo(
                        "2 ::error::BENGAL_SCENARIO (the input 'scenario' of the action) is missing: say what the build is called in the history, such as 'make test'.");
        assertThat(bash(script, "make test"))
                .startsWith("0 ")
                .contains("perf run --scenario=make test -- bash -c make");
    }

    private static String bash(String script, String scenario) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-e", "-c", script).redirectErrorStream(true);
        bash.environment().remove("BENGAL_ARTIFACT");
        bash.environment()
                .putAll(Map.of(
                        "BENGAL_SCENARIO", scenario,
                        "BENGAL", "echo",
                        "GITHUB_ACTIONS", "true",
                        "MEASURE", "../ci/measure.sh",
                        "MEASURED_COMMAND", "make"));
        Process running = bash.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return running.waitFor() + " " + said;
    }

    private static List<String> scripts(@Nullable Object steps) {
        return RepositoryFiles.sequence(steps).stream()
                .map(RepositoryFiles::mapping)
                .filter(step -> step.containsKey("run"))
                .map(step -> String.valueOf(step.get("run")))
                .toList();
    }

    @Test
    void workflow_thatMayWriteNeitherChecksOutNorRunsTheChange() throws IOException {
        for (String name : List.of(".github/workflows/performance-comment.yml", "ci/github/performance-comment.yml")) {
            Map<String, Object> workflow = RepositoryFiles.mapping(RepositoryFiles.yaml(name));
            assertThat(RepositoryFiles.mapping(workflow.get("permissions"))).isEmpty();
            Map<String, Object> job = RepositoryFiles.mapping(
                    RepositoryFiles.mapping(workflow.get("jobs")).get("comment"));
            assertThat(RepositoryFiles.mapping(job.get("permissions")))
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("actions", "read", "contents", "read", "pull-requests", "write"));
            assertThat(RepositoryFiles.text(name)).doesNotContain("ref:", "head_branch", "pull_request_target");
        }
        assertThat(RepositoryFiles.text("ci/comment/action.yml")).doesNotContain("checkout");
        assertThat(RepositoryFiles.text("ci/comment.sh")).doesNotContain("git checkout", "git merge", "git worktree");
    }

    @Test
    void workflow_thatRunsTheChangeMayNotWrite() throws IOException {
        for (String name : List.of(".github/workflows/performance.yml", "ci/github/performance.yml")) {
            Map<String, Object> workflow = RepositoryFiles.mapping(RepositoryFiles.yaml(name));
            assertThat(RepositoryFiles.mapping(workflow.get("permissions")))
                    .containsExactlyEntriesOf(Map.of("contents", "read"));
            Map<String, Object> jobs = RepositoryFiles.mapping(workflow.get("jobs"));
            assertThat(RepositoryFiles.mapping(jobs.get("measure"))).doesNotContainKey("permissions");
            assertThat(RepositoryFiles.text(name)).doesNotContain("secrets.", "pull_request_target");
        }
    }

    @Test
    void templates_areTheWorkflowsOfThisProject() throws IOException {
        for (String name : List.of("performance.yml", "performance-comment.yml")) {
            String own = RepositoryFiles.text(".github/workflows/" + name)
                    .replace("          cache: maven\n", "")
                    .replace("uses: ./ci/", "uses: OWNER/bengal/ci/")
                    .replaceAll("(?m)uses: \\./$", "uses: OWNER/bengal")
                    .replaceAll("(?m)(uses: OWNER/.*)$", "$1@COMMIT")
                    .replaceAll("(?m)scenario: .*", "scenario: make test")
                    .replaceAll("(?m)command: .*", "command: make test");
            assertThat(RepositoryFiles.text("ci/github/" + name)).isEqualTo(own);
        }
    }

    @Test
    void pagesTemplate_isTheWorkflowOfThisProject() throws IOException {
        String own = RepositoryFiles.text(".github/workflows/pages.yml")
                .replace("          cache: maven\n", "")
                .replace("./bengal build docs", "./.bengal-program/bengal build .")
                .replace("./bengal check-links docs", "./.bengal-program/bengal check-links .");
        String fetch = """
                      - uses: actions/checkout@v4
                        with:
                          repository: OWNER/bengal
                          ref: COMMIT
                          path: .bengal-program
                """;
        String template = RepositoryFiles.text("ci/github/pages.yml");

        assertThat(template).contains(fetch);
        assertThat(template.replace(fetch, "")).isEqualTo(own);
    }

    @Test
    void workflow_thatPublishesRunsNothingOfTheSite() throws IOException {
        for (String name : List.of(".github/workflows/pages.yml", "ci/github/pages.yml")) {
            Map<String, Object> workflow = RepositoryFiles.mapping(RepositoryFiles.yaml(name));
            assertThat(RepositoryFiles.mapping(workflow.get("permissions")))
                    .containsExactlyEntriesOf(Map.of("contents", "read"));
            Map<String, Object> jobs = RepositoryFiles.mapping(workflow.get("jobs"));
            assertThat(RepositoryFiles.mapping(jobs.get("build"))).doesNotContainKey("permissions");
            Map<String, Object> deploy = RepositoryFiles.mapping(jobs.get("deploy"));
            assertThat(RepositoryFiles.mapping(deploy.get("permissions")))
                    .containsExactlyInAnyOrderEntriesOf(Map.of("pages", "write", "id-token", "write"));
            assertThat(scripts(deploy.get("steps"))).isEmpty();
            assertThat(RepositoryFiles.text(name)).doesNotContain("pull_request", "secrets.");
        }
    }

    @Test
    void gitLabTemplate_isYamlWithAJob() throws IOException {
        Map<String, Object> job =
                RepositoryFiles.mapping(RepositoryFiles.mapping(RepositoryFiles.yaml("ci/gitlab-ci.yml"))
                        .get("performance"));

        assertThat(job).containsKeys("image", "rules", "before_script", "script", "after_script", "artifacts");
        assertThat(RepositoryFiles.sequence(job.get("script")))
                .last()
                .asString()
                .contains("ci/measure.sh");
    }
}
