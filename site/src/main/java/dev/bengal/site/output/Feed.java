package dev.bengal.site.output;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.content.SiteLinks;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** {@code rss.xml}: the newest dated pages, RSS 2.0. */
public final class Feed {
    private static final int LIMIT = 20;
    private static final Comparator<ListedPage> NEWEST_FIRST = Feed::compare;

    private Feed() {}

    private static int compare(ListedPage one, ListedPage other) {
        int newer = dateOf(other).toInstant().compareTo(dateOf(one).toInstant());
        return newer == 0 ? one.path().compareTo(other.path()) : newer;
    }

    /** How many of so many dated pages a feed shows. */
    public static int size(long dated) {
        return (int) Math.min(LIMIT, dated);
    }

    /** The pages of the feed, the newest first, at most twenty. */
    public static List<ListedPage> select(List<ListedPage> pages) {
        return pages.stream()
                .filter(ListedPage::dated)
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
                    .text("pubDate", FeedDate.of(dateOf(page)));
            if (!page.summary().isEmpty()) {
                xml.text("description", page.summary());
            }
            xml.end();
        }
        return xml.end().end().finish();
    }

    private static OffsetDateTime dateOf(ListedPage page) {
        return Objects.requireNonNull(page.date(), "date");
    }
}
