package dev.bengal.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a forge said to a request that it fulfilled.
 *
 * @param body a missing node where there is none
 */
public record Answer(int status, HttpHeaders headers, JsonNode body) {
    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,2000})>\\s*;[^,<]*rel=\"next\"");

    public Answer {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    /** Where the next page is, by the header {@code Link}; empty on the last one. */
    Optional<URI> nextPage() {
        for (String link : headers.allValues("Link")) {
            Matcher matcher = NEXT.matcher(link);
            if (matcher.find()) {
                try {
                    return Optional.of(URI.create(matcher.group(1)));
                } catch (IllegalArgumentException e) {
                    throw new ForgeException(
                            ForgeException.Kind.NOT_UNDERSTOOD, "the forge named a next page that is no address.", e);
                }
            }
        }
        return Optional.empty();
    }
}
