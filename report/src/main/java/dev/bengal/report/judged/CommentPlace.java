package dev.bengal.report.judged;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a comment says about where it comes from. What does not look like what it should be is left out.
 *
 * @param link to the run of the CI that made the report
 * @param base what the change is to be merged into, a branch
 */
public record CommentPlace(Optional<String> link, Optional<String> base) {
    private static final Pattern WEB = Pattern.compile("https?://[A-Za-z0-9._~:/?=&%+-]{1,1000}");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._/+-]{0,200}");

    /** Nowhere in particular. */
    public static final CommentPlace NOWHERE = new CommentPlace(Optional.empty(), Optional.empty());

    public CommentPlace {
        link = link.filter(text -> WEB.matcher(text).matches());
        base = base.filter(text -> REVISION.matcher(text).matches());
    }
}
