package dev.bengal.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a build did, in its own words: how it ended and how much it made.
 *
 * @param pageCount pages written from content, or null where the build makes no pages
 * @param totalPages those and the generated ones (lists, tags), or null
 * @param assetCount assets written, or null
 */
public record BuildStats(
        Outcome outcome,
        @Nullable Long pageCount,
        @Nullable Long totalPages,
        @Nullable Long assetCount) {
    public BuildStats {
        Objects.requireNonNull(outcome, "outcome");
    }

    /** Only how it ended. */
    public static BuildStats of(Outcome outcome) {
        return new BuildStats(outcome, null, null, null);
    }
}
