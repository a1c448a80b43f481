package dev.bengal.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bengal.forge.ForgeClient;
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

    /**
     * As if a pipeline were about a merge request that somebody named: its newest commit and its target are asked for.
     *
     * @param project that it is to be merged into: its path, or its number
     * @throws dev.bengal.forge.ForgeException where there is none of that number, or GitLab does not answer
     */
    public static GitLabRun about(ForgeClient client, String project, long number) {
        JsonNode request = client.get("/projects/" + ForgeClient.escaped(project) + "/merge_requests/" + number)
                .body();
        return new GitLabRun(
                project,
                Long.toString(number),
                request.path("sha").asText(),
                request.path("target_branch").asText());
    }
}
