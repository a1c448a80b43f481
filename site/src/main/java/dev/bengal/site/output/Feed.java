package dev.bengal.site.output;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.content.SiteLinks;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;

/** {@code rss.xml}: the newest dated pages, RSS 2.0. */
public final class Feed {
    private static final int LIMIT = 20;
    private static final Comparator<ListedPage> NEWEST_FIRST = Comparator.comparing(
                    (ListedPage page) -> dateOf(page).toInstant())
            .reversed()
            .thenComparing(ListedPage::path);

    private Feed() {}

    /** The pages of the feed, the newest first, at most twenty. */
    public static List<ListedPage> select(List<ListedPage> pages) {
        return pages.stream()
                .filter(page -> page.date() != null)
                .sorted(NEWEST_FIRST)
                .limit(LIMIT)
                .toList();
    }

    /** The bytes of the file for selected pages. */
    public static byte[] of(List<ListedPage> selected, Configuration site, SiteLinks links) {
        return of(site.title(), "/", selected, site, links);
    }

    /** The bytes of the file for selected pages of the list at an address. */
    public static byte[] of(String title, String path, List<ListedPage> selected, Configuration site, SiteLinks links) {
        try {
            XmlFile xml = new XmlFile()
                    .start("rss", "version", "2.0")
                    .start("channel")
                    .text("title", title)
                    .text("link", links.absolute(path))
                    .text("description", site.description().isEmpty() ? title : site.description())
                    .text("language", site.language());
            for (ListedPage page : selected) {
                String address = links.absolute(page.path());
                xml.start("item")
                        .text("title", page.title())
                        .text("link", address)
                        .text("guid", address, "isPermaLink", String.valueOf(address.startsWith("http")))
                        .text("pubDate", dateOf(page).format(DateTimeFormatter.RFC_1123_DATE_TIME));
                if (!page.summary().isEmpty()) {
                    xml.text("description", page.summary());
                }
                xml.end();
            }
            return xml.end().end().finish();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML to memory failed", e);
        }
    }

    private static OffsetDateTime dateOf(ListedPage page) {
        return Objects.requireNonNull(page.date(), "date");
    }
}
