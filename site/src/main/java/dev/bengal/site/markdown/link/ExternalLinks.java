package dev.bengal.site.markdown.link;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import dev.bengal.site.content.SiteLinks;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where {@code [[ext:project:target]]} leads: to the address that the configuration has for the project, such as
 * {@code external_refs.templates.python = "https://docs.python.org/3/library/{module}.html#{name}"}. Nothing is asked for over
 * the network.
 */
public final class ExternalLinks {
    private static final String PREFIX = "external_refs.templates.";

    private final Map<String, String> templates = new HashMap<>();

    private ExternalLinks() {}

    /** Those of a configuration; an address that is not of the web is none. */
    public static ExternalLinks of(Configuration configuration) {
        ExternalLinks links = new ExternalLinks();
        for (ConfigurationEntry entry : configuration.entries()) {
            String address = entry.text();
            if (entry.key().startsWith(PREFIX) && address.matches("(?i)https?://.+")) {
                links.templates.put(entry.key().substring(PREFIX.length()), address);
            }
        }
        return links;
    }

    /** The address for {@code project:target}; empty where the project is not known. */
    Optional<String> address(String reference) {
        int colon = reference.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String target = reference.substring(colon + 1);
        int dot = target.lastIndexOf('.');
        String name = target.substring(dot + 1);
        return Optional.ofNullable(templates.get(reference.substring(0, colon)))
                .map(template -> template.replace("{target}", encode(target))
                        .replace("{module}", encode(dot < 0 ? target : target.substring(0, dot)))
                        .replace("{name_lower}", encode(name.toLowerCase(Locale.ROOT)))
                        .replace("{name}", encode(name)));
    }

    /** What such a link says that has no label. */
    static String words(String reference) {
        int colon = reference.indexOf(':');
        String target = reference.substring(colon + 1);
        return target.isEmpty() ? reference.substring(0, Math.max(0, colon)) : target;
    }

    private static String encode(String part) {
        int hash = part.indexOf('#');
        return hash < 0
                ? SiteLinks.encode(part)
                : SiteLinks.encode(part.substring(0, hash)) + "#" + SiteLinks.encode(part.substring(hash + 1));
    }
}
