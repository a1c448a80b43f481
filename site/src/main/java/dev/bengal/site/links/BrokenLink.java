package dev.bengal.site.links;

import java.util.List;
import java.util.Objects;

/**
 * A link that leads nowhere.
 *
 * @param target as it is written in the pages, for the browser
 * @param reason what is missing, such as {@code no such file}
 * @param pages that have it, as files of the output, sorted; at least one
 */
public record BrokenLink(String target, String reason, List<String> pages) {
    private static final int PAGES_SHOWN = 3;

    public BrokenLink {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(reason, "reason");
        pages = List.copyOf(pages);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("a broken link stands on some page");
        }
    }

    /** A line that names the pages first, as other tools do. */
    @Override
    public String toString() {
        int more = pages.size() - PAGES_SHOWN;
        return String.join(", ", pages.stream().limit(PAGES_SHOWN).toList())
                + (more > 0 ? " and " + more + " more" : "") + ": " + target + ": " + reason;
    }
}
