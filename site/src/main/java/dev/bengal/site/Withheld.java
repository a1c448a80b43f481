package dev.bengal.site;

/**
 * How many pages were not published.
 *
 * @param drafts that call themselves so
 * @param future whose date has not come
 */
public record Withheld(int drafts, int future) {
    /** None. */
    public static final Withheld NOTHING = new Withheld(0, 0);
}
