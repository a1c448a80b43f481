package dev.bengal.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was built.
 *
 * @param hash the full hash
 * @param branch null on a detached HEAD that no CI variable names
 * @param parents full hashes, the first parent first; empty for a root commit
 * @param dirty whether the work tree differed from the commit; null where that could not be told
 * @param time the committer's time, or null where that could not be told
 */
public record Commit(
        String hash,
        @Nullable String branch,
        List<String> parents,
        @Nullable Boolean dirty,
        @Nullable Instant time) {
    private static final int SHORT_LENGTH = 8;

    public Commit {
        Objects.requireNonNull(hash, "hash");
        parents = List.copyOf(parents);
    }

    /** The hash as people see it: its first 8 digits. */
    public String shortHash() {
        return hash.length() <= SHORT_LENGTH ? hash : hash.substring(0, SHORT_LENGTH);
    }
}
