package dev.bengal.forge;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A change that is proposed: a pull request or a merge request.
 *
 * @param number within the project
 * @param headCommit its newest commit, as the forge says; a full hash
 * @param base the branch that it is to be merged into
 */
public record Change(long number, String headCommit, String base) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    public Change {
        Objects.requireNonNull(base, "base");
        if (number < 1 || !HASH.matcher(headCommit).matches()) {
            throw new ForgeException(
                    ForgeException.Kind.NOT_UNDERSTOOD,
                    "the CI names no change that can be: number " + number + ", commit '"
                            + headCommit.replaceAll("[^0-9A-Za-z]", "?") + "'.");
        }
    }
}
