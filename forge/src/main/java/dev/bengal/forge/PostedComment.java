package dev.bengal.forge;

import java.util.Objects;

/**
 * A comment as it stands on a change.
 *
 * @param author the account that wrote it
 */
public record PostedComment(long id, String author, String body) {
    public PostedComment {
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(body, "body");
    }
}
