package dev.bengal.forge.gitlab;

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
import java.util.stream.Stream;

/**
 * GitLab. It takes the token of a project, a group or a person with the scope {@code api}; that of a job may not comment.
 *
 * @see <a href="https://docs.gitlab.com/api/notes/">Its API of notes</a>
 */
public final class GitLab implements Forge {
    private final ForgeClient client;
    private final GitLabRun run;

    public GitLab(ForgeClient client, GitLabRun run) {
        this.client = Objects.requireNonNull(client, "client");
        this.run = Objects.requireNonNull(run, "run");
    }

    @Override
    public String name() {
        return "GitLab";
    }

    @Override
    public Optional<Change> change() {
        return run.mergeRequest().isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(number(run.mergeRequest()), run.headCommit(), run.target()));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ForgeException(Kind.NOT_UNDERSTOOD, "CI_MERGE_REQUEST_IID is no number.", e);
        }
    }

    @Override
    public String account() {
        return accountOf(client);
    }

    /** Whose token a client has; empty where GitLab does not say. */
    public static String accountOf(ForgeClient client) {
        return client.get("/user").body().path("username").asText();
    }

    @Override
    public List<PostedComment> comments(Change change) {
        return notes(change).map(GitLab::comment).toList();
    }

    /** Without what GitLab itself notes down, such as a new commit. */
    private Stream<JsonNode> notes(Change change) {
        return client.all(notesOf(change) + "?sort=asc&order_by=created_at&per_page=100").stream()
                .filter(note -> !note.path("system").asBoolean());
    }

    private String notesOf(Change change) {
        return "/projects/" + ForgeClient.escaped(run.project()) + "/merge_requests/" + change.number() + "/notes";
    }

    private static PostedComment comment(JsonNode note) {
        return new PostedComment(
                note.path("id").asLong(),
                note.path("author").path("username").asText(),
                note.path("body").asText());
    }

    @Override
    public PostedComment create(Change change, String body, Predicate<PostedComment> isIt) {
        return comment(client.create(
                notesOf(change),
                text(body),
                () -> notes(change).filter(note -> isIt.test(comment(note))).findFirst()));
    }

    @Override
    public void update(Change change, PostedComment comment, String body) {
        client.put(notesOf(change) + "/" + comment.id(), text(body));
    }

    private static ObjectNode text(String body) {
        return JsonNodeFactory.instance.objectNode().put("body", body);
    }
}
