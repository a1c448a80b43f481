package dev.bengal.forge;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keeps one comment on a change up to date. It is found by its marker among all comments, and only where this account wrote it: anyone can
 * write the marker of another.
 */
public final class CommentBoard {
    /** The longest comment that GitHub takes, in bytes; GitLab takes more. */
    public static final int LONGEST = 65_536;

    private final Forge forge;

    public CommentBoard(Forge forge) {
        this.forge = Objects.requireNonNull(forge, "forge");
    }

    /** What became of a comment. */
    public enum Posting {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** How many bytes are left for the text beside its marker. */
    public static int room(CommentMarker marker) {
        return LONGEST - marker.line().length() - 1;
    }

    /**
     * Writes the comment, or gives it its new text.
     *
     * @param text without the marker
     */
    public Posting keep(Change change, CommentMarker marker, String text) {
        String body = marker.line() + "\n" + text;
        String account = account();
        Predicate<PostedComment> isOurs =
                comment -> comment.author().equals(account) && marker.isFirstLineOf(comment.body());
        Optional<PostedComment> there =
                forge.comments(change).stream().filter(isOurs).findFirst();
        if (there.isEmpty()) {
            forge.create(change, body, isOurs);
            return Posting.CREATED;
        }
        if (there.get().body().lines().toList().equals(body.lines().toList())) {
            return Posting.UNCHANGED;
        }
        forge.update(change, there.get(), body);
        return Posting.UPDATED;
    }

    /** A comment whose author is gone has none, and must not be taken for ours. */
    private String account() {
        String account = forge.account();
        if (account.isBlank()) {
            throw new ForgeException(
                    ForgeException.Kind.NOT_UNDERSTOOD,
                    forge.name() + " does not say whose token this is, so that no comment can be known for its own.");
        }
        return account;
    }
}
