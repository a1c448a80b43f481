package dev.bengal.site;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.content.DatedLists;
import dev.bengal.site.content.Node;
import dev.bengal.site.content.SitePath;
import dev.bengal.site.incremental.MemoryFile;
import dev.bengal.site.output.Feed;
import dev.bengal.site.output.ListedPage;
import dev.bengal.site.output.LlmsText;
import dev.bengal.site.output.OutputFolder;
import dev.bengal.site.output.OutputManifest;
import dev.bengal.site.output.SearchIndex;
import dev.bengal.site.output.Sitemap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The third phase: what a site has besides its pages. A file of {@code static/} covers the one made here. */
final class Postprocess {
    /** The heading of pages that are in no section. */
    private static final String PAGES = "Pages";

    private final Configuration configuration;
    private final Path root;
    private final RenderedSite site;
    private final MemoryFile memory;
    private final PerformanceCollector collector;
    private final OutputFolder output;

    Postprocess(
            Configuration configuration,
            Path root,
            RenderedSite site,
            MemoryFile memory,
            PerformanceCollector collector) {
        this.configuration = configuration;
        this.root = root;
        this.site = site;
        this.memory = memory;
        this.collector = collector;
        this.output = site.press().output();
    }

    /** Makes the files; answers how many of them are pages. */
    long run(List<PageFault> faults, List<String> warnings) {
        try (Phase phase = collector.phase("sitemap")) {
            write("sitemap.xml", Sitemap.of(site.listed(), site.links()));
            write("robots.txt", robots().getBytes(StandardCharsets.UTF_8));
            phase.recordItems(site.listed().size());
        }
        try (Phase phase = collector.phase("feed")) {
            List<ListedPage> newest = Feed.select(site.listed());
            if (!newest.isEmpty()) {
                write("rss.xml", Feed.of(newest, configuration, site.links()));
            }
            phase.recordItems(newest.size() + listFeeds());
        }
        try (Phase phase = collector.phase("search index")) {
            write("index.json", SearchIndex.of(site.listed(), site.links()));
            phase.recordItems(site.listed().size());
        }
        try (Phase phase = collector.phase("llms.txt")) {
            write("llms.txt", LlmsText.of(configuration, bySection(), site.links()));
            phase.recordItems(site.listed().size());
        }
        Documents documents = new Documents(site.press(), site.press().content());
        long pages = notFound(documents, faults);
        redirect(documents, faults, warnings);
        settle(faults.isEmpty(), warnings);
        return pages;
    }

    /** The pages that are there by the title of their section at the top; those in none come first. */
    private Map<String, List<ListedPage>> bySection() {
        Map<String, ListedPage> listed = listedByPath();
        Map<String, List<ListedPage>> groups = new LinkedHashMap<>();
        groups.put(PAGES, new ArrayList<>());
        for (Node node : site.press().content().nodes()) {
            ListedPage page = listed.get(node.path());
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

    private Map<String, ListedPage> listedByPath() {
        Map<String, ListedPage> listed = new HashMap<>();
        site.listed().forEach(page -> listed.put(page.path(), page));
        return listed;
    }

    /** A feed for each section and term with dated pages; answers how many entries they have. */
    private long listFeeds() {
        Map<String, ListedPage> listed = listedByPath();
        long entries = 0;
        for (String path : site.dated().paths()) {
            List<ListedPage> newest = Feed.select(site.dated().of(path).stream()
                    .map(node -> listed.get(node.path()))
                    .filter(Objects::nonNull)
                    .toList());
            if (!newest.isEmpty()) {
                String title = site.dated().title(path) + " · " + configuration.title();
                write(SitePath.file(DatedLists.feed(path)), Feed.of(title, path, newest, configuration, site.links()));
            }
            entries += newest.size();
        }
        return entries;
    }

    private long notFound(Documents documents, List<PageFault> faults) {
        try (Phase phase = collector.phase("not found")) {
            Optional<Document> document = documents.notFound();
            long pages = make(document.stream().toList(), faults);
            phase.recordItems(pages);
            return pages;
        }
    }

    private void redirect(Documents documents, List<PageFault> faults, List<String> warnings) {
        try (Phase phase = collector.phase("redirects")) {
            phase.recordItems(make(documents.redirects(warnings), faults));
        }
    }

    private long make(List<Document> documents, List<PageFault> faults) {
        List<Made> made = site.run().make(documents);
        made.stream().map(Made::fault).filter(Objects::nonNull).forEach(faults::add);
        return made.stream().filter(Made::isThere).count();
    }

    /** Deletes what is stale, and notes for the next build what this one did. */
    private void settle(boolean complete, List<String> warnings) {
        try (Phase phase = collector.phase("stale")) {
            phase.recordItems(new OutputManifest(root, output).settle(complete));
        } catch (IOException e) {
            warnings.add("Files of earlier builds were left in the output: " + e + ".");
        }
        try (Phase phase = collector.phase("write cache")) {
            memory.write(site.press().memory());
            phase.recordItems(site.pages());
        } catch (IOException e) {
            warnings.add("The next build will be a full one, for nothing could be noted for it: " + e + ".");
        }
    }

    private String robots() {
        return "User-agent: *\nAllow: /\nSitemap: " + site.links().absolute("/sitemap.xml") + "\n";
    }

    private void write(String file, byte[] bytes) {
        try {
            output.write(file, bytes);
        } catch (IOException e) {
            throw new SiteException(file + " cannot be written to " + output.folder() + " (" + e + ").", e);
        }
    }
}
