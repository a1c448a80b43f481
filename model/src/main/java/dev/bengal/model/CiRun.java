package dev.bengal.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The run of a CI service that a build was part of.
 *
 * @param provider such as {@code github}, {@code gitlab}, {@code jenkins}, or {@code ci} where only that is known
 */
public record CiRun(
        String provider,
        @Nullable String runId,
        @Nullable String url,
        @Nullable Long pullRequest) {
    public CiRun {
        Objects.requireNonNull(provider, "provider");
    }
}
