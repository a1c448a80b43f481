package dev.bengal.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bengal.forge.ForgeException;
import dev.bengal.forge.ForgeException.Kind;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A run of GitHub Actions, as its variables and its event tell.
 *
 * @param repository such as {@code owner/name}, in which the workflow runs
 * @param event such as {@code pull_request} or {@code workflow_run}
 * @param payload of the event
 */
public record GitHubRun(String repository, String event, JsonNode payload) {
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}");

    public GitHubRun {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(payload, "payload");
        if (!isRepository(repository)) {
            throw new ForgeException(
                    Kind.REFUSED,
                    "GITHUB_REPOSITORY names no repository; it is OWNER/NAME, as GitHub Actions sets it.");
        }
    }

    static boolean isRepository(String name) {
        return REPOSITORY.matcher(name).matches() && !name.contains("..") && !name.contains("/.");
    }
}
