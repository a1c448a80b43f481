package dev.bengal.experiment.git;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked out.
 *
 * @param tree with uncommitted changes that lie over the commit, or null
 */
public record Checkout(Revision revision, @Nullable String tree) {
    public Checkout {
        Objects.requireNonNull(revision, "revision");
    }

    /** The commit as it is. */
    public static Checkout of(Revision revision) {
        return new Checkout(revision, null);
    }
}
