package dev.bengal.site.content;

import dev.bengal.site.incremental.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * How a page asks to be shown.
 *
 * @param template a template's file name, or null
 * @param type such as {@code doc}; {@code page} where none is given
 * @param language as in HTML's {@code lang}, or null for that of the site
 */
public record Look(
        @Nullable String template, String type, @Nullable String language) {
    void addTo(Checksum sum) {
        sum.add(template).add(type).add(language);
    }
}
