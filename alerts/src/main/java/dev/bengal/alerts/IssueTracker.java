package dev.bengal.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bengal.forge.ForgeClient;
import dev.bengal.forge.ForgeException;
import dev.bengal.forge.github.GitHub;
import dev.bengal.forge.gitlab.GitLab;
import dev.bengal.model.HistoryEvent.Alerted.Occasion;
import java.util.Objects;
import java.util.Optional;

/**
 * Opens an issue, and closes it when the alert is over. The issue is found by a marker in its text, and only where the account of the token
 * opened it.
 */
public final class IssueTracker implements Receiver {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** GitHub refuses more than 256 letters. */
    private static final int LONGEST_TITLE = 200;

    private final String name;
    private final ForgeClient client;
    private final Dialect dialect;

    /** How a forge calls things. */
    public enum Dialect {
        GITHUB("body", "login", "user", "number"),
        GITLAB("description", "username", "author", "iid");

        private final String text;
        private final String accountName;
        private final String author;
        private final String number;

        Dialect(String text, String accountName, String author, String number) {
            this.text = text;
            this.accountName = accountName;
            this.author = author;
            this.number = number;
        }
    }

    private final String issues;

    /**
     * The issues of a repository.
     *
     * @param repository such as {@code owner/name}
     */
    public IssueTracker(String name, ForgeClient client, Dialect dialect, String repository) {
        this.name = Objects.requireNonNull(name, "name");
        this.client = Objects.requireNonNull(client, "client");
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        if (!repository.matches("[\\w.-]+(/[\\w.-]+)+") || repository.contains("..")) {
            throw new IllegalArgumentException("a repository is named owner/name");
        }
        this.issues = dialect == Dialect.GITHUB
                ? "/repos/" + repository + "/issues"
                : "/projects/" + ForgeClient.escaped(repository) + "/issues";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void tell(Notice notice) throws NotDeliveredException {
        try {
            Optional<JsonNode> open = find(notice.alert());
            if (notice.occasion() == Occasion.FIRING) {
                if (open.isEmpty()) {
                    client.create(issues, issue(notice), () -> find(notice.alert()));
                }
            } else if (open.isPresent()) {
                close(open.get().get(dialect.number).asLong(), notice);
            }
        } catch (ForgeException e) {
            throw e.kind() == ForgeException.Kind.REFUSED
                    ? NotDeliveredException.ofThisNotice(String.valueOf(e.getMessage()), e)
                    : new NotDeliveredException(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<JsonNode> find(Alert alert) {
        String account = dialect == Dialect.GITHUB ? GitHub.accountOf(client) : GitLab.accountOf(client);
        String open = dialect == Dialect.GITHUB ? "open" : "opened";
        return client.all(issues + "?state=" + open + "&per_page=100").stream()
                .filter(issue -> !account.isBlank()
                        && issue.path(dialect.author)
                                .path(dialect.accountName)
                                .asText()
                                .equals(account))
                .filter(issue -> issue.path(dialect.text).asText().startsWith(marker(alert)))
                .findFirst();
    }

    private static String marker(Alert alert) {
        return "<!-- bengal:alert " + alert.id() + " -->";
    }

    private ObjectNode issue(Notice notice) {
        return JSON.createObjectNode()
                .put("title", PlainWords.of(notice.subject(), LONGEST_TITLE))
                .put(
                        dialect.text,
                        marker(notice.alert()) + "\n\n" + quoted(notice.alert().detail()));
    }

    private void close(long number, Notice notice) {
        String place = issues + "/" + number;
        // First, since what fails is tried again: of an issue that is closed already nothing more is said.
        if (dialect == Dialect.GITHUB) {
            client.patch(place, JSON.createObjectNode().put("state", "closed"));
        } else {
            client.put(place, JSON.createObjectNode().put("state_event", "close"));
        }
        String remark = place + (dialect == Dialect.GITHUB ? "/comments" : "/notes");
        client.create(remark, JSON.createObjectNode().put("body", quoted(notice.subject())), Optional::empty);
    }

    /** As text that a forge does not read: no mention, no link, no command. */
    private static String quoted(String text) {
        return text.lines()
                .map(line -> "    " + line.replaceAll("\\p{Cntrl}", " "))
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }
}
