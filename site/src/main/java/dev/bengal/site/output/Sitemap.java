package dev.bengal.site.output;

import dev.bengal.site.content.SiteLinks;
import java.util.List;

/** {@code sitemap.xml}: every listed page, in the order given. */
public final class Sitemap {
    private Sitemap() {}

    /** The bytes of the file. */
    public static byte[] of(List<ListedPage> pages, SiteLinks links) {
        XmlFile xml = new XmlFile().start("urlset", "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
        for (ListedPage page : pages) {
            xml.start("url").text("loc", links.absolute(page.path()));
            if (page.date() != null) {
                xml.text("lastmod", page.date().toLocalDate().toString());
            }
            xml.end();
        }
        return xml.finish();
    }
}
