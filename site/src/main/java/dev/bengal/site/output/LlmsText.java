package dev.bengal.site.output;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.content.SiteLinks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * {@code llms.txt}: what is on the site, for language models: its title, what it is about, and a list of links with descriptions for
 * each section.
 *
 * @see <a href="https://llmstxt.org/">The /llms.txt file</a>
 */
public final class LlmsText {
    private LlmsText() {}

    /**
     * The bytes of the file.
     *
     * @param groups the pages of each section, by its title, in reading order
     */
    public static byte[] of(Configuration site, Map<String, List<ListedPage>> groups, SiteLinks links) {
        StringBuilder text = new StringBuilder("# ").append(line(site.title())).append('\n');
        if (!site.description().isBlank()) {
            text.append("\n> ").append(line(site.description())).append('\n');
        }
        groups.forEach((title, pages) -> {
            text.append("\n## ").append(line(title)).append("\n\n");
            pages.forEach(page -> add(page, links, text));
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(ListedPage page, SiteLinks links, StringBuilder text) {
        String title = line(page.title()).replaceAll("([\\[\\]\\\\])", "\\\\$1");
        text.append("- [").append(title).append("](");
        text.append(links.absolute(page.path()).replace("(", "%28").replace(")", "%29"))
                .append(')');
        String summary = line(page.summary());
        if (!summary.isEmpty()) {
            text.append(": ").append(summary);
        }
        text.append('\n');
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
