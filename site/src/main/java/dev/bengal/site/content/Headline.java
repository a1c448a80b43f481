package dev.bengal.site.content;

import dev.bengal.site.incremental.Checksum;

/**
 * How a page is called.
 *
 * @param title never empty
 * @param navTitle a shorter one for the sidebar; the title where none is given
 * @param description a sentence, or empty
 */
public record Headline(String title, String navTitle, String description) {
    void addTo(Checksum sum) {
        sum.add(title).add(navTitle).add(description);
    }
}
