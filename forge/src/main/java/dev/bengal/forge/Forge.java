package dev.bengal.forge;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What GitHub and GitLab both can. Every method that asks the forge may throw a {@link ForgeException}. */
public interface Forge {
    /** Such as {@code GitHub}, for sentences. */
    String name();

    /** The change that this run of the CI is about; empty where it is about none that is open. */
    Optional<Change> change();

    /** The account that the token belongs to. */
    String account();

    /** All comments on a change, the oldest first. */
    List<PostedComment> comments(Change change);

    /**
     * Makes a comment, once, also where the answer is lost on the way.
     *
     * @param isIt whether a comment that is there is that one
     */
    PostedComment create(Change change, String body, Predicate<PostedComment> isIt);

    /** Gives a comment another text. */
    void update(Change change, PostedComment comment, String body);
}
