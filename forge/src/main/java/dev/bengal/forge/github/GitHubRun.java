package dev.bengal.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bengal.forge.ForgeClient;
import dev.bengal.forge.ForgeException;
import dev.bengal.forge.ForgeException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final long LONGEST_PAYLOAD = 32L << 20;
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

    /**
     * The run that these variables are of, with its event read from a file.
     *
     * @param payload as {@code GITHUB_EVENT_PATH} names it
     */
    public static GitHubRun of(String repository, String event, Path payload) {
        try {
            if (Files.size(payload) > LONGEST_PAYLOAD) {
                throw new ForgeException(Kind.NOT_UNDERSTOOD, payload + " is longer than any event of GitHub.");
            }
            return new GitHubRun(repository, event, new ObjectMapper().readTree(payload.toFile()));
        } catch (IOException e) {
            throw new ForgeException(
                    Kind.NOT_UNDERSTOOD,
                    payload + ", which GITHUB_EVENT_PATH names, cannot be read as the event of this run.",
                    e);
        }
    }

    /**
     * As if a run were about a pull request that somebody named: its newest commit and its base are asked for.
     *
     * @param repository that it is to be merged into
     * @throws ForgeException where there is none of that number, or GitHub does not answer
     */
    public static GitHubRun about(ForgeClient client, String repository, long number) {
        if (!isRepository(repository)) {
            throw new ForgeException(Kind.REFUSED, "the repository is none; at GitHub it is OWNER/NAME.");
        }
        JsonNode pull = client.get("/repos/" + repository + "/pulls/" + number).body();
        return new GitHubRun(
                repository,
                "pull_request",
                JsonNodeFactory.instance.objectNode().set("pull_request", pull));
    }

    /** Whether it is started by the end of another run, and so must not trust what that one made. */
    public boolean isAboutAnotherRun() {
        return event.equals("workflow_run");
    }

    /**
     * The run that measured: the one whose end started this one, else this one.
     *
     * @param own the id of this one
     */
    public String measuringRun(String own) {
        long ended = payload.at("/workflow_run/id").asLong();
        return isAboutAnotherRun() && ended > 0 ? Long.toString(ended) : own;
    }

    static boolean isRepository(String name) {
        return REPOSITORY.matcher(name).matches() && !name.contains("..") && !name.contains("/.");
    }
}
