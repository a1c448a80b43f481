package dev.bengal.forge.gitlab;

import java.util.Objects;

/**
 * A pipeline of GitLab, as its variables tell.
 *
 * @param project the id of the project that the merge request is in, or its path
 * @param mergeRequest its number within the project; empty for a pipeline of none
 * @param headCommit the newest commit of the source branch, which that of the pipeline need not be
 * @param target the branch to be merged into
 */
public record GitLabRun(String project, String mergeRequest, String headCommit, String target) {
    public GitLabRun {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(mergeRequest, "mergeRequest");
        Objects.requireNonNull(headCommit, "headCommit");
        Objects.requireNonNull(target, "target");
    }
}
