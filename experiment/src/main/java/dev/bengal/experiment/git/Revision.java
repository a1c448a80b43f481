package dev.bengal.experiment.git;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A commit, and what the user called it.
 *
 * @param name as it was typed
 * @param hash the full hash
 * @param branch of which the name is one, or null
 */
public record Revision(String name, String hash, @Nullable String branch) {
    private static final int SHORT = 8;

    public Revision {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(hash, "hash");
    }

    /** The commit by its hash alone, as one of this branch. */
    public static Revision ofHash(String hash, @Nullable String branch) {
        return new Revision(hash.substring(0, SHORT), hash, branch);
    }

    /** Such as {@code main (1f2e3d4c)}, without what steers a terminal. */
    public String shown() {
        String digits = hash.substring(0, SHORT);
        return hash.startsWith(name) ? digits : name.replaceAll("\\p{C}", "\uFFFD") + " (" + digits + ")";
    }
}
