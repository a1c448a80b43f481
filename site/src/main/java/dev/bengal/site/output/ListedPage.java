package dev.bengal.site.output;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A page as lists, feeds and the search know it.
 *
 * @param path on the site
 * @param title as plain text
 * @param summary its description, or else the beginning of its text; may be empty
 * @param section the title of the section at the top that holds it; empty for the home page
 * @param date when it was written, or null
 */
public record ListedPage(
        String path,
        String title,
        String summary,
        String section,
        @Nullable OffsetDateTime date) {
    /** Whether there is a date. */
    public boolean dated() {
        return date != null;
    }
}
