package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildId;
import dev.bengal.model.CiRun;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CiContextTest {
    @Test
    void outsideCi_thereIsNothing() {
        CiContext none = new CiContext(Map.of("HOME", "/home/ada", "CI", "false"));

        assertThat(none.run()).isNull();
        assertThat(none.branch()).isNull();
        assertThat(none.parentBuild()).isNull();
    }

    @Test
    void github_pullRequestHasItsHeadBranchAndNumber() {
        CiContext github = new CiContext(Map.of(
                "CI", "true",
                "GITHUB_ACTIONS", "true",
                "GITHUB_RUN_ID", "42",
                "GITHUB_SERVER_URL", "https://github.example.org",
                "GITHUB_REPOSITORY", "ada/engine",
                "GITHUB_REF", "refs/pull/7/merge",
                "GITHUB_HEAD_REF", "faster",
                "GITHUB_REF_NAME", "7/merge"));

        assertThat(github.run())
                .isEqualTo(new CiRun("github", "42", "https://github.example.org/ada/engine/actions/runs/42", 7L));
        assertThat(github.branch()).isEqualTo("faster");
    }

    @Test
    void github_pushHasItsBranch() {
        CiContext github = new CiContext(Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_REF",
                "refs/heads/main",
                "GITHUB_REF_NAME",
                "main",
                "GITHUB_HEAD_REF",
                ""));

        assertThat(github.branch()).isEqualTo("main");
        assertThat(github.run()).isEqualTo(new CiRun("github", null, null, null));
    }

    @Test
    void gitlab_mergeRequestHasItsSourceBranch() {
        CiContext gitlab = new CiContext(Map.of(
                "GITLAB_CI", "true",
                "CI_PIPELINE_ID", "99",
                "CI_PIPELINE_URL", "https://gitlab.example.org/p/99",
                "CI_MERGE_REQUEST_IID", "3",
                "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "topic"));

        assertThat(gitlab.run()).isEqualTo(new CiRun("gitlab", "99", "https://gitlab.example.org/p/99", 3L));
        assertThat(gitlab.branch()).isEqualTo("topic");
    }

    @Test
    void buildkite_saysFalseWhereThereIsNoPullRequest() {
        CiContext buildkite = new CiContext(
                Map.of("BUILDKITE", "true", "BUILDKITE_BRANCH", "main", "BUILDKITE_PULL_REQUEST", "false"));

        assertThat(buildkite.run()).isEqualTo(new CiRun("buildkite", null, null, null));
    }

    @Test
    void travis_pullRequestHasItsOwnBranchAndNotItsTarget() {
        CiContext request = new CiContext(Map.of(
                "TRAVIS", "true",
                "TRAVIS_BRANCH", "main",
                "TRAVIS_PULL_REQUEST", "12",
                "TRAVIS_PULL_REQUEST_BRANCH", "faster"));
        CiContext push = new CiContext(Map.of(
                "TRAVIS", "true",
                "TRAVIS_BRANCH", "main",
                "TRAVIS_PULL_REQUEST", "false",
                "TRAVIS_PULL_REQUEST_BRANCH", ""));

        assertThat(request.branch()).isEqualTo("faster");
        assertThat(request.run()).isEqualTo(new CiRun("travis", null, null, 12L));
        assertThat(push.branch()).isEqualTo("main");
    }

    @Test
    void azure_branchIsTheWholeNameAndATagIsNone() {
        assertThat(azure("refs/heads/feature/main").branch()).isEqualTo("feature/main");
        assertThat(azure("refs/tags/v1.0").branch()).isNull();
        assertThat(new CiContext(Map.of(
                                "TF_BUILD", "True",
                                "BUILD_SOURCEBRANCH", "refs/pull/5/merge",
                                "SYSTEM_PULLREQUEST_SOURCEBRANCH", "refs/heads/users/ada/faster"))
                        .branch())
                .isEqualTo("users/ada/faster");
    }

    private static CiContext azure(String reference) {
        return new CiContext(Map.of("TF_BUILD", "True", "BUILD_SOURCEBRANCH", reference));
    }

    @Test
    void jenkins_changeHasTheBranchThatItComesFrom() {
        CiContext change = new CiContext(Map.of(
                "JENKINS_URL", "https://jenkins.example.org/",
                "BRANCH_NAME", "PR-7",
                "CHANGE_BRANCH", "faster",
                "CHANGE_ID", "7"));

        assertThat(change.branch()).isEqualTo("faster");
        assertThat(change.run()).isEqualTo(new CiRun("jenkins", null, null, 7L));
    }

    @Test
    void unknownService_isStillCi() {
        assertThat(new CiContext(Map.of("CI", "1")).run()).isEqualTo(new CiRun("ci", null, null, null));
    }

    @Test
    void parentBuild_comesFromItsVariable() {
        assertThat(new CiContext(Map.of(CiContext.PARENT_BUILD, "01abc")).parentBuild())
                .isEqualTo(new BuildId("01abc"));
    }

    @Test
    void service_isKnownByWhateverItSets() {
        for (String mark : new String[] {
            "CI",
            "GITHUB_ACTIONS",
            "GITLAB_CI",
            "BUILDKITE",
            "CIRCLECI",
            "TF_BUILD",
            "JENKINS_URL",
            "TRAVIS",
            "TEAMCITY_VERSION"
        }) {
            assertThat(Surroundings.isCi(Map.of(mark, "1"))).as(mark).isTrue();
            assertThat(Surroundings.isCi(Map.of(mark, "0"))).as(mark).isFalse();
            assertThat(Surroundings.isCi(Map.of(mark, "False"))).as(mark).isFalse();
        }
        assertThat(Surroundings.isCi(Map.of("HOME", "/home/ada"))).isFalse();
    }
}
