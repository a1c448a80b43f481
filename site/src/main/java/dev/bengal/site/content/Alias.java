package dev.bengal.site.content;

import org.jspecify.annotations.Nullable;

/**
 * An older address of a page.
 *
 * @param path on the site
 * @param line where the file says so
 */
public record Alias(String path, @Nullable Integer line) {}
