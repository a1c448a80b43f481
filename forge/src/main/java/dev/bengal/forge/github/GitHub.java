package dev.bengal.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bengal.forge.Change;
import dev.bengal.forge.Forge;
import dev.bengal.forge.ForgeClient;
import dev.bengal.forge.ForgeException;
import dev.bengal.forge.ForgeException.Kind;
import dev.bengal.forge.PostedComment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * GitHub and GitHub Enterprise.
 *
 * @see <a href="https://docs.github.com/en/rest/issues/comments">Its API of comments</a>
 */
public final class GitHub implements Forge {
    private static final String ACTIONS = "github-actions[bot]";

    private final ForgeClient client;
    private final GitHubRun run;

    public GitHub(ForgeClient client, GitHubRun run) {
        this.client = Objects.requireNonNull(client, "client");
        this.run = Objects.requireNonNull(run, "run");
    }

    @Override
    public String name() {
        return "GitHub";
    }

    @Override
    public Optional<Change> change() {
        return switch (run.event()) {
            case "pull_request", "pull_request_target" ->
                Optional.of(change(run.payload().path("pull_request")));
            case "workflow_run" -> changeOfRun(run.payload().path("workflow_run"));
            default -> Optional.empty();
        };
    }

    private static Change change(JsonNode pull) {
        return new Change(
                pull.path("number").asLong(),
                pull.path("head").path("sha").asText(),
                pull.path("base").path("ref").asText());
    }

    /**
     * For forks, the event of a run does not tell the pull request. It is the open one whose branch and newest commit are those of the event; nothing
     * that the run itself made is asked.
     */
    private Optional<Change> changeOfRun(JsonNode ended) {
        if (!ended.path("event").asText().equals("pull_request")) {
            return Optional.empty();
        }
        String sha = ended.path("head_sha").asText();
        String repository = ended.path("head_repository").path("full_name").asText();
        String branch = ended.path("head_branch").asText();
        if (!GitHubRun.isRepository(repository) || branch.isEmpty()) {
            throw new ForgeException(
                    Kind.NOT_UNDERSTOOD, "the event tells neither repository nor branch of the run that ended.");
        }
        String owner = repository.substring(0, repository.indexOf('/'));
        List<JsonNode> pulls = client.all("/repos/" + run.repository() + "/pulls?state=open&per_page=100&head="
                + ForgeClient.escaped(owner + ":" + branch));
        return pulls.stream()
                .filter(pull -> pull.path("head").path("sha").asText().equals(sha)
                        && pull.path("head")
                                .path("repo")
                                .path("full_name")
                                .asText()
                                .equalsIgnoreCase(repository))
                .findFirst()
                .map(GitHub::change);
    }

    @Override
    public String account() {
        return accountOf(client);
    }

    /**
     * Whose token a client has; empty where GitHub does not say. A token of a workflow or an app belongs to no user that REST could name.
     * GraphQL knows it; where that is not asked for, it is taken for that of the workflow.
     */
    public static String accountOf(ForgeClient client) {
        try {
            return client.get("/user").body().path("login").asText();
        } catch (ForgeException e) {
            if (e.kind() != Kind.NOT_ALLOWED) {
                throw e;
            }
            return viewer(client);
        }
    }

    private static String viewer(ForgeClient client) {
        try {
            String login = client.query(
                            graphql(client),
                            JsonNodeFactory.instance.objectNode().put("query", "{viewer{login}}"))
                    .body()
                    .at("/data/viewer/login")
                    .asText();
            return login.isBlank() ? ACTIONS : login;
        } catch (ForgeException e) {
            return ACTIONS;
        }
    }

    /** Beside the REST API of a GitHub Enterprise, below that of github.com. */
    private static String graphql(ForgeClient client) {
        return client.address().base().getPath().endsWith("/v3") ? "/../graphql" : "/graphql";
    }

    @Override
    public List<PostedComment> comments(Change change) {
        return client.all(commentsOf(change) + "?per_page=100").stream()
                .map(GitHub::comment)
                .toList();
    }

    private String commentsOf(Change change) {
        return "/repos/" + run.repository() + "/issues/" + change.number() + "/comments";
    }

    private static PostedComment comment(JsonNode node) {
        return new PostedComment(
                node.path("id").asLong(),
                node.path("user").path("login").asText(),
                node.path("body").asText());
    }

    @Override
    public PostedComment create(Change change, String body, Predicate<PostedComment> isIt) {
        return comment(client.create(commentsOf(change), text(body), () -> there(change, isIt)));
    }

    private Optional<JsonNode> there(Change change, Predicate<PostedComment> isIt) {
        return client.all(commentsOf(change) + "?per_page=100").stream()
                .filter(node -> isIt.test(comment(node)))
                .findFirst();
    }

    @Override
    public void update(Change change, PostedComment comment, String body) {
        client.patch("/repos/" + run.repository() + "/issues/comments/" + comment.id(), text(body));
    }

    private static ObjectNode text(String body) {
        return JsonNodeFactory.instance.objectNode().put("body", body);
    }
}
