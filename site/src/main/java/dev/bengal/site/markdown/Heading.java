package dev.bengal.site.markdown;

/**
 * A line of the table of contents.
 *
 * @param level 1 to 6
 * @param id what stands after {@code #}
 * @param text without markup
 */
public record Heading(int level, String id, String text) {}
