package dev.bengal.site;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.content.DatedLists;
import dev.bengal.site.content.Node;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.content.SitePath;
import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.output.Contents;
import dev.bengal.site.output.Feed;
import dev.bengal.site.output.ListedPage;
import dev.bengal.site.output.LlmsText;
import dev.bengal.site.output.OutputFolder;
import dev.bengal.site.output.SearchIndex;
import dev.bengal.site.output.Sitemap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is made of the list of all pages: site map, feeds, search index, {@code llms.txt}. */
final class ListFiles {
    /** The heading of pages that are in no section. */
    private static final String PAGES = "Pages";

    private final Configuration configuration;
    private final RenderedSite site;
    private final PerformanceCollector collector;
    private final OutputFolder output;
    private final FilePress press;
    private final SiteLinks links;
    private final List<ListedPage> listed;
    private final Map<String, ListedPage> byPath = new HashMap<>();
    private final long origin;

    ListFiles(Configuration configuration, RenderedSite site, PerformanceCollector collector) {
        this.configuration = configuration;
        this.site = site;
        this.collector = collector;
        this.output = site.press().output();
        this.press = new FilePress(output, site.press().memory());
        this.links = site.links();
        this.listed = site.listed();
        listed.forEach(page -> byPath.put(page.path(), page));
        this.origin = origin();
    }

    /** The arrangement has all but which pages could be made, and how their texts begin. */
    private long origin() {
        Checksum checksum = new Checksum().add(site.press().arrangement());
        listed.forEach(page -> checksum.add(page.path()).add(page.summary()));
        return checksum.value();
    }

    /** Makes the files, a phase each kind. */
    void make() {
        try (Phase phase = collector.phase("sitemap")) {
            make("sitemap.xml", () -> Sitemap.of(listed, links));
            make("robots.txt", () -> robots().getBytes(StandardCharsets.UTF_8));
            phase.recordItems(listed.size());
        }
        try (Phase phase = collector.phase("feed")) {
            phase.recordItems(feed() + listFeeds());
        }
        try (Phase phase = collector.phase("search index")) {
            make("index.json", () -> SearchIndex.of(listed, links));
            phase.recordItems(listed.size());
        }
        try (Phase phase = collector.phase("llms.txt")) {
            make("llms.txt", () -> LlmsText.of(configuration, bySection(), links));
            phase.recordItems(listed.size());
        }
    }

    /** The feed of all pages; answers how many entries it has. */
    private int feed() {
        int entries = Feed.size(listed.stream().filter(ListedPage::dated).count());
        if (entries > 0) {
            make("rss.xml", () -> Feed.of(Feed.select(listed), configuration, links));
        }
        return entries;
    }

    /** A feed for each section and term with dated pages; answers how many entries they have. */
    private long listFeeds() {
        long entries = 0;
        for (String path : site.dated().paths()) {
            List<ListedPage> dated = dated(path);
            if (!dated.isEmpty()) {
                String title = site.dated().title(path) + " · " + configuration.title();
                make(
                        SitePath.file(DatedLists.feed(path)),
                        () -> Feed.of(title, path, Feed.select(dated), configuration, links));
            }
            entries += Feed.size(dated.size());
        }
        return entries;
    }

    private List<ListedPage> dated(String list) {
        List<ListedPage> dated = new ArrayList<>();
        for (Node node : site.dated().of(list)) {
            ListedPage page = byPath.get(node.path());
            if (page != null) {
                dated.add(page);
            }
        }
        return dated;
    }

    /** The pages that are there by the title of their section at the top; those in none come first. */
    private Map<String, List<ListedPage>> bySection() {
        Map<String, List<ListedPage>> groups = new LinkedHashMap<>();
        groups.put(PAGES, new ArrayList<>());
        for (Node node : site.press().content().nodes()) {
            ListedPage page = byPath.get(node.path());
            if (page != null) {
                Node top = node.topSection();
                String group = top.parent() == null || !top.isSection()
                        ? PAGES
                        : top.headline().title();
                groups.computeIfAbsent(group, title -> new ArrayList<>()).add(page);
            }
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private String robots() {
        return "User-agent: *\nAllow: /\nSitemap: " + links.absolute("/sitemap.xml") + "\n";
    }

    private void make(String file, Supplier<byte[]> bytes) {
        if (!output.claim(file)) {
            return;
        }
        try {
            press.make(file, origin, true, () -> Contents.of(bytes.get()));
        } catch (IOException e) {
            output.release(file);
            throw new SiteException(file + " cannot be written to " + output.folder() + " (" + e + ").", e);
        }
    }
}
