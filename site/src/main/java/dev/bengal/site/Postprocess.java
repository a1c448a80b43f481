package dev.bengal.site;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.content.Alias;
import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SitePath;
import dev.bengal.site.output.Feed;
import dev.bengal.site.output.ListedPage;
import dev.bengal.site.output.OutputManifest;
import dev.bengal.site.output.SearchIndex;
import dev.bengal.site.output.Sitemap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The third phase: what a site has besides its pages. A file of {@code static/} covers the one made here. */
final class Postprocess {
    private final Configuration configuration;
    private final Path root;
    private final RenderedSite site;
    private final PerformanceCollector collector;

    Postprocess(Configuration configuration, Path root, RenderedSite site, PerformanceCollector collector) {
        this.configuration = configuration;
        this.root = root;
        this.site = site;
        this.collector = collector;
    }

    /** Makes the files; answers how many of them are pages. */
    long run(List<PageFault> faults, List<String> warnings) {
        long pages = 0;
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
            phase.recordItems(newest.size());
        }
        try (Phase phase = collector.phase("search index")) {
            write("index.json", SearchIndex.of(site.listed(), site.links()));
            phase.recordItems(site.listed().size());
        }
        try (Phase phase = collector.phase("not found")) {
            if (!site.output().has("404.html")
                    && site.writer()
                            .write("/404.html", "404.html", () -> site.model().of("Page not found", "/404.html"))) {
                pages++;
                phase.recordItems(1);
            }
        }
        try (Phase phase = collector.phase("redirects")) {
            phase.recordItems(redirect(warnings));
        }
        try (Phase phase = collector.phase("stale")) {
            phase.recordItems(new OutputManifest(root, site.output()).settle(faults.isEmpty()));
        } catch (IOException e) {
            warnings.add("Files of earlier builds were left in the output: " + e + ".");
        }
        return pages;
    }

    private String robots() {
        return "User-agent: *\nAllow: /\nSitemap: " + site.links().absolute("/sitemap.xml") + "\n";
    }

    private long redirect(List<String> warnings) {
        long redirects = 0;
        for (Node node : site.content().nodes()) {
            Page page = node.page();
            if (page == null || !site.output().has(SitePath.file(page.path()))) {
                continue;
            }
            for (Alias alias : page.aliases()) {
                if (alias.path().equals(page.path())) {
                    continue;
                }
                if (site.output().has(SitePath.file(alias.path()))) {
                    warnings.add("%s:%s: the alias %s is the address of another page and was left out."
                            .formatted(page.file(), alias.line(), alias.path()));
                } else if (site.writer()
                        .writePage(
                                page.file(),
                                alias.path(),
                                "redirect.html",
                                () -> site.model().redirect(page))) {
                    redirects++;
                }
            }
        }
        return redirects;
    }

    private void write(String file, byte[] bytes) {
        try {
            site.output().write(file, bytes);
        } catch (IOException e) {
            throw new SiteException(
                    file + " cannot be written to " + site.output().folder() + " (" + e + ").", e);
        }
    }
}
