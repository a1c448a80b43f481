package dev.bengal.cli;

import dev.bengal.cli.history.Repository;
import dev.bengal.cli.option.ChangeOptions;
import dev.bengal.cli.option.SleepingPause;
import dev.bengal.forge.ApiAddress;
import dev.bengal.forge.Credential;
import dev.bengal.forge.Forge;
import dev.bengal.forge.ForgeClient;
import dev.bengal.forge.github.GitHub;
import dev.bengal.forge.github.GitHubRun;
import dev.bengal.forge.gitlab.GitLab;
import dev.bengal.forge.gitlab.GitLabRun;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forge that a change is at: the one whose CI this process is part of, as its variables alone say, or the one that options name.
 *
 * @param tokens the variables that may hold a token, the first that is set counts
 * @param isTokenSet whether one is
 * @param withoutToken what somebody who misses the comment should know
 * @param link to the run that measured
 * @param built commits that may have been built in place of the newest one of a change, such as a merge made for the test
 * @param isAboutAnotherRun whether another run measured, whose results are hostile
 */
record CiForge(
        Forge forge,
        List<String> tokens,
        boolean isTokenSet,
        String withoutToken,
        Optional<String> link,
        List<String> built,
        boolean isAboutAnotherRun) {
    private static final String GITHUB_API = "https://api.github.com";
    private static final String GITLAB_API = "https://gitlab.com/api/v4";
    private static final List<String> GITHUB_TOKENS = List.of("GITHUB_TOKEN", "GH_TOKEN");
    private static final String OF_A_PROJECT =
            "The token of a job may not comment; one of the project does, with the scope api.";
    private static final List<String> GITLAB_TOKENS = List.of("BENGAL_GITLAB_TOKEN", "GITLAB_TOKEN");

    CiForge {
        tokens = List.copyOf(tokens);
        built = List.copyOf(built);
    }

    /** Empty outside of GitHub Actions and GitLab CI. */
    static Optional<CiForge> of(Map<String, String> variables) {
        return variables.getOrDefault("GITHUB_ACTIONS", "").equals("true")
                ? Optional.of(gitHub(variables))
                : variables.getOrDefault("GITLAB_CI", "").equals("true")
                        ? Optional.of(gitLab(variables))
                        : Optional.empty();
    }

    /**
     * The one that options name, whatever CI is around. A merge of the change that is checked out may have been built in its place.
     *
     * @param repository that is checked out
     */
    static CiForge named(ChangeOptions options, Map<String, String> variables, Repository repository) {
        ChangeOptions.ForgeName name = Objects.requireNonNull(options.forge);
        String of = Objects.requireNonNull(options.repository);
        long number = Objects.requireNonNull(options.number);
        return switch (name) {
            case github -> {
                Optional<String> token = token(GITHUB_TOKENS, variables);
                ForgeClient client =
                        client(api(options, variables, "GITHUB_API_URL", GITHUB_API), token.map(Credential::bearer));
                Forge forge = new GitHub(client, GitHubRun.about(client, of, number));
                yield named(
                        forge,
                        GITHUB_TOKENS,
                        token.isPresent(),
                        "One with the permission pull-requests: write may comment.",
                        variables,
                        repository);
            }
            case gitlab -> {
                Optional<String> token = token(GITLAB_TOKENS, variables);
                ForgeClient client = client(
                        api(options, variables, "CI_API_V4_URL", GITLAB_API), token.map(Credential::privateToken));
                Forge forge = new GitLab(client, GitLabRun.about(client, of, number));
                yield named(forge, GITLAB_TOKENS, token.isPresent(), OF_A_PROJECT, variables, repository);
            }
        };
    }

    private static CiForge named(
            Forge forge,
            List<String> tokens,
            boolean isTokenSet,
            String withoutToken,
            Map<String, String> variables,
            Repository repository) {
        List<String> merge = forge.change().stream()
                .flatMap(change -> repository.mergeOf(change.headCommit()).stream())
                .toList();
        return new CiForge(forge, tokens, isTokenSet, withoutToken, first(variables, "BUILD_URL"), merge, false);
    }

    private static String api(ChangeOptions options, Map<String, String> variables, String variable, String usual) {
        return options.api == null ? first(variables, variable).orElse(usual) : options.api;
    }

    private static CiForge gitHub(Map<String, String> variables) {
        GitHubRun run = GitHubRun.of(
                variables.getOrDefault("GITHUB_REPOSITORY", ""),
                variables.getOrDefault("GITHUB_EVENT_NAME", ""),
                Path.of(variables.getOrDefault("GITHUB_EVENT_PATH", "event.json")));
        String api = variables.getOrDefault("GITHUB_API_URL", GITHUB_API);
        Optional<String> token = token(GITHUB_TOKENS, variables);
        Optional<String> link = Optional.ofNullable(variables.get("GITHUB_SERVER_URL"))
                .map(server -> server + "/" + run.repository() + "/actions/runs/"
                        + run.measuringRun(variables.getOrDefault("GITHUB_RUN_ID", "")));
        return new CiForge(
                new GitHub(client(api, token.map(Credential::bearer)), run),
                GITHUB_TOKENS,
                token.isPresent(),
                "Where the workflow performance-comment is set up, it comments when this run has ended.",
                link,
                run.isAboutAnotherRun() ? List.of() : set("GITHUB_SHA", variables),
                run.isAboutAnotherRun());
    }

    /** A pipeline of a fork runs in the fork, and its merge request is in the project that it is to be merged into. */
    private static CiForge gitLab(Map<String, String> variables) {
        Optional<String> token = token(GITLAB_TOKENS, variables);
        String commit = variables.getOrDefault("CI_COMMIT_SHA", "");
        GitLabRun run = new GitLabRun(
                first(variables, "CI_MERGE_REQUEST_PROJECT_ID", "CI_PROJECT_ID").orElse(""),
                variables.getOrDefault("CI_MERGE_REQUEST_IID", ""),
                first(variables, "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA").orElse(commit),
                variables.getOrDefault("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", ""));
        return new CiForge(
                new GitLab(
                        client(
                                variables.getOrDefault("CI_API_V4_URL", GITLAB_API),
                                token.map(Credential::privateToken)),
                        run),
                GITLAB_TOKENS,
                token.isPresent(),
                OF_A_PROJECT,
                first(variables, "CI_JOB_URL", "CI_PIPELINE_URL"),
                set("CI_COMMIT_SHA", variables),
                false);
    }

    private static ForgeClient client(String api, Optional<Credential> credential) {
        return new ForgeClient(ApiAddress.parse(api), credential, new SleepingPause(), InstantSource.system());
    }

    private static Optional<String> token(List<String> names, Map<String, String> variables) {
        return first(variables, names.toArray(String[]::new));
    }

    private static Optional<String> first(Map<String, String> variables, String... names) {
        return Stream.of(names)
                .map(name -> variables.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static List<String> set(String name, Map<String, String> variables) {
        return first(variables, name).stream().toList();
    }
}
