package dev.bengal.site.output;

import dev.bengal.site.content.SiteLinks;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** {@code sitemap.xml}: every listed page, in the order given. */
public final class Sitemap {
    private Sitemap() {}

    /** The bytes of the file. */
    public static byte[] of(List<ListedPage> pages, SiteLinks links) {
        try {
            XmlFile xml = new XmlFile().start("urlset", "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
            for (ListedPage page : pages) {
                xml.start("url").text("loc", links.absolute(page.path()));
                if (page.date() != null) {
                    xml.text("lastmod", page.date().format(DateTimeFormatter.ISO_LOCAL_DATE));
                }
                xml.end();
            }
            return xml.finish();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML to memory failed", e);
        }
    }
}
