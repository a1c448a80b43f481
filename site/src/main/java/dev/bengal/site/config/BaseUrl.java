package dev.bengal.site.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the site will be served.
 *
 * @param origin such as {@code https://example.org}, or empty where it is not known
 * @param path what every path on the site begins with, such as {@code /docs}; empty for the top of a host
 */
public record BaseUrl(String origin, String path) {
    public BaseUrl {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(path, "path");
    }

    /** Reads {@code https://host/path}, {@code /path} or nothing; empty where the text is none of them. */
    static Optional<BaseUrl> parse(String text) {
        String trimmed = text.strip();
        while (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        try {
            URI uri = new URI(trimmed);
            if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                return Optional.empty();
            }
            if (uri.getScheme() == null) {
                return trimmed.isEmpty() || (trimmed.startsWith("/") && !trimmed.startsWith("//"))
                        ? Optional.of(new BaseUrl("", trimmed))
                        : Optional.empty();
            }
            if (!uri.getScheme().matches("(?i)https?") || uri.getHost() == null) {
                return Optional.empty();
            }
            return Optional.of(new BaseUrl(uri.getScheme() + "://" + uri.getRawAuthority(), uri.getRawPath()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
