package dev.bengal.collector;

import dev.bengal.model.BuildId;
import dev.bengal.model.CiRun;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the variables of a CI service tell: the only place in the collector that reads environment variables. */
final class CiContext {
    /** Tells a process that a recorded build started it. */
    static final String PARENT_BUILD = "BENGAL_PARENT_BUILD";

    private static final String REF = "refs/";
    private static final String BRANCH_REF = "refs/heads/";
    private static final String PULL_REF = "refs/pull/";

    /** The order matters: several services set the variables of others too. */
    private static final List<Provider> PROVIDERS = List.of(
            new Provider(
                    "github", "GITHUB_ACTIONS", "GITHUB_RUN_ID", List.of("GITHUB_HEAD_REF", "GITHUB_REF_NAME"), ""),
            new Provider(
                    "gitlab",
                    "GITLAB_CI",
                    "CI_PIPELINE_ID",
                    List.of("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_BRANCH"),
                    "CI_MERGE_REQUEST_IID"),
            new Provider(
                    "buildkite",
                    "BUILDKITE",
                    "BUILDKITE_BUILD_ID",
                    List.of("BUILDKITE_BRANCH"),
                    "BUILDKITE_PULL_REQUEST"),
            new Provider("circleci", "CIRCLECI", "CIRCLE_WORKFLOW_ID", List.of("CIRCLE_BRANCH"), "CIRCLE_PR_NUMBER"),
            new Provider(
                    "azure",
                    "TF_BUILD",
                    "BUILD_BUILDID",
                    List.of("SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"),
                    "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"),
            new Provider("jenkins", "JENKINS_URL", "BUILD_TAG", List.of("CHANGE_BRANCH", "BRANCH_NAME"), "CHANGE_ID"),
            new Provider(
                    "travis",
                    "TRAVIS",
                    "TRAVIS_BUILD_ID",
                    // The second one is the target of a pull request.
                    List.of("TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH"),
                    "TRAVIS_PULL_REQUEST"),
            new Provider("teamcity", "TEAMCITY_VERSION", "BUILD_NUMBER", List.of(), ""),
            new Provider("ci", "CI", "", List.of(), ""));

    private final Map<String, String> variables;
    private final @Nullable Provider provider;

    CiContext(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        this.provider = provider();
    }

    private @Nullable Provider provider() {
        for (Provider candidate : PROVIDERS) {
            if (isSet(candidate.mark())) {
                return candidate;
            }
        }
        return null;
    }

    static CiContext ofThisProcess() {
        return new CiContext(System.getenv());
    }

    /** Whether these are the variables of a CI service. */
    boolean isCi() {
        return provider != null;
    }

    /** The run that this process is part of, or null outside CI. */
    @Nullable
    CiRun run() {
        Provider known = provider;
        return known == null ? null : new CiRun(known.name(), get(known.run()), url(known), pullRequest(known));
    }

    /** The branch that is built, which a detached HEAD cannot tell; or null. */
    @Nullable
    String branch() {
        Provider known = provider;
        for (String variable : known == null ? List.<String>of() : known.branches()) {
            String branch = branchOf(get(variable));
            if (branch != null) {
                return branch;
            }
        }
        return null;
    }

    /** Azure names whole references: of a branch, of a tag, of what a pull request would make. */
    private static @Nullable String branchOf(@Nullable String reference) {
        if (reference == null || !reference.startsWith(REF)) {
            return reference;
        }
        return reference.startsWith(BRANCH_REF) ? reference.substring(BRANCH_REF.length()) : null;
    }

    /** The recorded build that started this process, or null. */
    @Nullable
    BuildId parentBuild() {
        String id = get(PARENT_BUILD);
        return id == null ? null : new BuildId(id);
    }

    private @Nullable String url(Provider known) {
        return switch (known.name()) {
            case "github" -> {
                String server = get("GITHUB_SERVER_URL");
                String repository = get("GITHUB_REPOSITORY");
                String run = get(known.run());
                yield server == null || repository == null || run == null
                        ? null
                        : server + "/" + repository + "/actions/runs/" + run;
            }
            case "gitlab" -> get("CI_PIPELINE_URL");
            case "buildkite" -> get("BUILDKITE_BUILD_URL");
            case "circleci" -> get("CIRCLE_BUILD_URL");
            case "jenkins" -> get("BUILD_URL");
            case "travis" -> get("TRAVIS_BUILD_WEB_URL");
            default -> null;
        };
    }

    private @Nullable Long pullRequest(Provider known) {
        String number = known.name().equals("github") ? pullRequestOfRef() : get(known.pullRequest());
        try {
            return number == null ? null : Long.valueOf(number);
        } catch (NumberFormatException e) {
            return null; // Some services say "false" where there is none.
        }
    }

    private @Nullable String pullRequestOfRef() {
        String ref = get("GITHUB_REF");
        if (ref == null || !ref.startsWith(PULL_REF)) {
            return null;
        }
        int end = PULL_REF.length();
        while (end < ref.length() && ref.charAt(end) >= '0' && ref.charAt(end) <= '9') {
            end++;
        }
        return end > PULL_REF.length() && ref.startsWith("/", end) ? ref.substring(PULL_REF.length(), end) : null;
    }

    private boolean isSet(String name) {
        String value = get(name);
        return value != null && !value.equalsIgnoreCase("false") && !value.equals("0");
    }

    private @Nullable String get(String name) {
        String value = name.isEmpty() ? null : variables.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** A service and its variables; the empty name where it has none for a thing. */
    private record Provider(String name, String mark, String run, List<String> branches, String pullRequest) {}
}
