package dev.bengal.cli.alert;

import dev.bengal.alerts.CommandReceiver;
import dev.bengal.alerts.IssueTracker;
import dev.bengal.alerts.IssueTracker.Dialect;
import dev.bengal.alerts.Mailbox;
import dev.bengal.alerts.Mailbox.Encryption;
import dev.bengal.alerts.Mailbox.MailServer;
import dev.bengal.alerts.Receiver;
import dev.bengal.alerts.Webhook;
import dev.bengal.forge.ApiAddress;
import dev.bengal.forge.Credential;
import dev.bengal.forge.ForgeClient;
import dev.bengal.forge.ForgeException;
import dev.bengal.model.Pause;
import dev.bengal.report.alert.UnableReceiver;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables {@code [perf.alerts.NAME]}. Secrets are never in them: keys that end with {@code _variable} name the variables that hold them.
 *
 * @param receivers those that can be told, in their order
 * @param unable tables that make no receiver, as where a variable is missing
 * @param names of both, in their order
 */
public record ReceiverSettings(List<Receiver> receivers, List<UnableReceiver> unable, List<String> names) {
    private static final String TABLE = "perf.alerts.";
    private static final Map<String, Set<String>> KEYS = Map.of(
            "slack", Set.of("type", "url_variable", "allow_private"),
            "webhook", Set.of("type", "url_variable", "allow_private"),
            "mail", Set.of("type", "server", "port", "tls", "from", "to", "user_variable", "password_variable"),
            "github", Set.of("type", "repository", "token_variable", "api"),
            "gitlab", Set.of("type", "repository", "token_variable", "api"),
            "command", Set.of("type", "command"));

    public ReceiverSettings {
        receivers = List.copyOf(receivers);
        unable = List.copyOf(unable);
        names = List.copyOf(names);
    }

    /** About tables that make no receiver, a sentence each. */
    public List<String> complaints() {
        return unable.stream()
                .map(one -> "[" + TABLE + one.name() + "]: " + one.why() + ".")
                .toList();
    }

    /**
     * Reads them.
     *
     * @param variables of the environment
     * @param folder that commands run in
     * @param pause how issue trackers that do not answer are waited for
     */
    public static ReceiverSettings of(
            Configuration configuration, Map<String, String> variables, Path folder, Pause pause) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (ConfigurationEntry entry : configuration.entries()) {
            int dot = entry.key().lastIndexOf('.');
            if (entry.key().startsWith(TABLE) && dot > TABLE.length()) {
                String name = entry.key().substring(TABLE.length(), dot);
                tables.computeIfAbsent(
                                name, unknown -> new Table(name, variables, folder, pause, new LinkedHashMap<>()))
                        .entries()
                        .put(entry.key().substring(dot + 1), entry);
            }
        }
        List<Receiver> receivers = new ArrayList<>();
        List<UnableReceiver> unable = new ArrayList<>();
        for (Table table : tables.values()) {
            try {
                receivers.add(table.receiver());
            } catch (IllegalArgumentException | ForgeException e) {
                unable.add(new UnableReceiver(table.name(), String.valueOf(e.getMessage())));
            }
        }
        return new ReceiverSettings(receivers, unable, List.copyOf(tables.keySet()));
    }

    private record Table(
            String name,
            Map<String, String> variables,
            Path folder,
            Pause pause,
            Map<String, ConfigurationEntry> entries) {
        Receiver receiver() {
            String type = text("type").orElseThrow(() -> missing("type"));
            Set<String> known = KEYS.get(type);
            if (known == null) {
                throw new IllegalArgumentException(
                        "type is '" + type + "'; it may be slack, webhook, mail, github, gitlab or command");
            }
            entries.keySet().stream()
                    .filter(key -> !known.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new IllegalArgumentException("'" + key + "' means nothing for " + type + "; it takes "
                                + String.join(", ", known.stream().sorted().toList()));
                    });
            return switch (type) {
                case "slack" -> new Webhook(name, secret("url_variable"), Webhook.Format.SLACK, isPrivateAllowed());
                case "webhook" -> new Webhook(name, secret("url_variable"), Webhook.Format.GENERIC, isPrivateAllowed());
                case "mail" -> new Mailbox(name, mailServer(), required("from"), list("to"));
                case "github" -> issues(Dialect.GITHUB, "https://api.github.com");
                case "gitlab" -> issues(Dialect.GITLAB, "https://gitlab.com/api/v4");
                default -> new CommandReceiver(name, list("command"), folder);
            };
        }

        private IssueTracker issues(Dialect dialect, String api) {
            String token = secret("token_variable");
            ForgeClient client = new ForgeClient(
                    ApiAddress.parse(text("api").orElse(api)),
                    Optional.of(dialect == Dialect.GITHUB ? Credential.bearer(token) : Credential.privateToken(token)),
                    pause,
                    InstantSource.system());
            return new IssueTracker(name, client, dialect, required("repository"));
        }

        private MailServer mailServer() {
            Encryption encryption = switch (text("tls").orElse("starttls")) {
                case "starttls" -> Encryption.STARTTLS;
                case "tls" -> Encryption.TLS;
                case "none" -> Encryption.NONE;
                default -> throw new IllegalArgumentException("tls may be starttls, tls or none");
            };
            boolean hasUser = entries.containsKey("user_variable");
            return new MailServer(
                    required("server"),
                    port(encryption),
                    encryption,
                    hasUser ? secret("user_variable") : "",
                    hasUser ? secret("password_variable") : "");
        }

        private int port(Encryption encryption) {
            int usual = switch (encryption) {
                case STARTTLS -> 587;
                case TLS -> 465;
                case NONE -> 25;
            };
            ConfigurationEntry entry = entries.get("port");
            if (entry == null) {
                return usual;
            }
            if (entry.value() instanceof Number number && number.intValue() > 0 && number.intValue() < 65536) {
                return number.intValue();
            }
            throw new IllegalArgumentException("port is '" + entry.text() + "'; ports go from 1 to 65535");
        }

        private boolean isPrivateAllowed() {
            return text("allow_private").map(Boolean::parseBoolean).orElse(false);
        }

        private String secret(String key) {
            String variable = required(key);
            String value = variables.getOrDefault(variable, "");
            if (value.isBlank()) {
                throw new IllegalArgumentException("the variable " + variable + " of " + key + " is not set");
            }
            return value;
        }

        private Optional<String> text(String key) {
            return Optional.ofNullable(entries.get(key))
                    .map(ConfigurationEntry::text)
                    .filter(text -> !text.isBlank());
        }

        private String required(String key) {
            return text(key).orElseThrow(() -> missing(key));
        }

        private List<String> list(String key) {
            ConfigurationEntry entry = entries.get(key);
            if (entry == null) {
                throw missing(key);
            }
            return entry.value() instanceof List<?> values
                    ? values.stream().map(String::valueOf).toList()
                    : List.of(entry.text());
        }

        private static IllegalArgumentException missing(String key) {
            return new IllegalArgumentException("'" + key + "' is missing");
        }
    }
}
