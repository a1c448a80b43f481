package dev.bengal.store.sql;

import dev.bengal.store.SharedStoreException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a shared history lies: {@code postgresql://USER@HOST:PORT/DATABASE?KEY=VALUE}, and nothing secret. Of the driver's many
 * properties those are taken that say where the server is and how the connection is guarded: others load classes and write files,
 * which a configuration that came with a repository must not.
 *
 * @param hosts as the URL lists them, each perhaps with a port; empty for the driver's choice
 * @param database empty for the driver's choice
 * @param properties for the driver, the user among them
 */
public record StoreUrl(String hosts, String database, Map<String, String> properties) {
    private static final Set<String> ALLOWED = Set.of(
            "user",
            "service",
            "currentSchema",
            "targetServerType",
            "sslmode",
            "sslnegotiation",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "channelBinding",
            "gssEncMode");

    public StoreUrl {
        properties = Map.copyOf(properties);
    }

    /**
     * Reads a URL; {@code jdbc:} may stand before it.
     *
     * @throws SharedStoreException where it is none, or holds a password; the message does not repeat what may be secret
     */
    public static StoreUrl parse(String text) {
        String rest = afterScheme(text.strip());
        int question = rest.indexOf('?');
        Map<String, String> properties = new LinkedHashMap<>();
        if (question >= 0) {
            parameters(rest.substring(question + 1), properties);
            rest = rest.substring(0, question);
        }
        if (!rest.startsWith("//")) {
            return new StoreUrl("", decode(rest.startsWith("/") ? rest.substring(1) : rest), properties);
        }
        rest = rest.substring(2);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            properties.put("user", user(authority.substring(0, at)));
        }
        return new StoreUrl(
                authority.substring(at + 1), slash < 0 ? "" : decode(rest.substring(slash + 1)), properties);
    }

    private static String afterScheme(String text) {
        String url = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        for (String scheme : new String[] {"postgresql:", "postgres:"}) {
            if (url.startsWith(scheme)) {
                return url.substring(scheme.length());
            }
        }
        throw SharedStoreException.refused(
                "The address of the shared history does not begin with postgresql:// as in"
                        + " postgresql://USER@HOST/DATABASE.",
                null);
    }

    private static String user(String text) {
        if (text.indexOf(':') >= 0) {
            throw holdsPassword();
        }
        return decode(text);
    }

    private static void parameters(String query, Map<String, String> properties) {
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String key = decode(equals < 0 ? parameter : parameter.substring(0, equals));
            if (key.equalsIgnoreCase("password")) {
                throw holdsPassword();
            }
            if (equals < 0 || !ALLOWED.contains(key)) {
                throw SharedStoreException.refused(
                        "The address of the shared history may have no parameter '"
                                + key.replaceAll("\\p{C}", "\uFFFD") + "', only "
                                + ALLOWED.stream().sorted().collect(Collectors.joining(", ")) + ".",
                        null);
            }
            properties.put(key, decode(parameter.substring(equals + 1)));
        }
    }

    private static SharedStoreException holdsPassword() {
        return SharedStoreException.refused(
                "The address of the shared history holds a password, which would end up in files and in logs. Take it out and"
                        + " put it into PGPASSWORD, ~/.pgpass (or PGPASSFILE) or a service file.",
                null);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw SharedStoreException.refused(
                    "The address of the shared history has a % that no two digits follow.", e);
        }
    }

    /** For the driver. */
    String jdbc() {
        String path = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        return "jdbc:postgresql:" + (hosts.isEmpty() ? (path.isEmpty() ? "//" : path) : "//" + hosts + "/" + path);
    }

    /** Without the user, and with what makes it another history: the same for everyone who shares it. */
    public String name() {
        StringBuilder name = new StringBuilder("postgresql://" + hosts + "/" + database);
        char separator = '?';
        for (String key : new String[] {"service", "currentSchema"}) {
            String value = properties.get(key);
            if (value != null) {
                name.append(separator).append(key).append('=').append(value);
                separator = '&';
            }
        }
        return name.toString().replaceAll("\\p{C}", "\uFFFD");
    }

    /** The same, for a sentence. */
    @Override
    public String toString() {
        return name();
    }
}
