package dev.bengal.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.links.LinkCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site that is served below a path of its host: every address in all that is written leads to something that is there. */
class SubPathTest {
    /** Every attribute of HTML that may hold an address, and what a redirect says. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:href|src|srcset|action|poster|cite|data-index)=\"([^\"]*)\"|content=\"0; url=([^\"]*)\"");

    private static final Pattern ELSEWHERE =
            Pattern.compile("<(?:loc|link|guid[^>]*)>([^<]*)<|\"url\":\"([^\"]*)\"|]\\(([^)]*)\\)|Sitemap: (.*)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"https://host.example/sub/path/", "/sub/path", "/a%20b", "https://host.example", ""})
    void everyAddress_leadsToSomethingBelowThePath(String base) {
        SiteFixture site = everything(base);
        SiteBuild build = site.build();
        Configuration configuration = Configuration.load(site.root());
        LinkCheck check = LinkCheck.of(site.output(), configuration.baseUrl());

        assertThat(build.faults()).isEmpty();
        assertThat(build.warnings()).isEmpty();
        assertThat(check.broken()).isEmpty();
        assertThat(check.links()).isGreaterThan(150);
        assertThat(missing(site, configuration)).isEmpty();
    }

    /** All that the link check does not look at: redirects, the search, feeds, maps. */
    private static List<String> missing(SiteFixture site, Configuration configuration) {
        List<String> missing = new ArrayList<>();
        Map<String, String> all = site.all();
        String base = configuration.baseUrl().path();
        String origin = configuration.baseUrl().origin();
        all.forEach((file, text) -> {
            boolean isHtml = file.endsWith(".html");
            for (String address : addresses(isHtml ? ADDRESS : ELSEWHERE, text)) {
                String path = origin.isEmpty() ? address : address.replace(origin, "");
                boolean isOurs = path.startsWith("/") || path.isEmpty();
                String local = path.replaceAll("[?#].*", "");
                String below = local.startsWith(base) ? local.substring(base.length()) : "outside of the path";
                String target =
                        below.replaceFirst("^/", "") + (below.isEmpty() || below.endsWith("/") ? "index.html" : "");
                if (isOurs && !all.containsKey(target)) {
                    missing.add(file + ": " + address);
                }
                if (!isHtml && !origin.isEmpty() && isOurs && !file.endsWith(".json") && !address.startsWith(origin)) {
                    missing.add(file + " without the host: " + address);
                }
            }
        });
        return missing;
    }

    private static Set<String> addresses(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                if (matcher.group(i) != null && !matcher.group(i).isEmpty()) {
                    found.add(matcher.group(i));
                }
            }
        }
        return found;
    }

    @Test
    void everything_isThere() {
        SiteFixture site = everything("https://host.example/sub/path/");
        site.build();
        String page = site.page("guide/install/index.html");

        assertThat(page)
                .contains("<nav class=\"breadcrumbs\"", "<a href=\"/sub/path/guide/\">Guide</a>")
                .contains("rel=\"prev\" href=\"/sub/path/guide/\"", "rel=\"next\" href=\"/sub/path/guide/use/\"")
                .contains("<a href=\"#linux\">On Linux</a>", "<h2 id=\"linux\"")
                .contains("data-index=\"/sub/path/index.json\"")
                .contains("<link rel=\"canonical\" href=\"https://host.example/sub/path/guide/install/\">");
        assertThat(site.page("old/place/index.html"))
                .contains("url=/sub/path/guide/install/", "href=\"/sub/path/guide/install/\"");
        assertThat(site.page("404.html")).contains("/sub/path/assets/bengal.", "href=\"/sub/path/\"");
        assertThat(site.page("robots.txt"))
                .isEqualTo("User-agent: *\nAllow: /\nSitemap: https://host.example/sub/path/sitemap.xml\n");
        assertThat(site.page("llms.txt")).isEqualTo("""
                        # A site

                        > About it

                        ## Pages

                        - [Home](https://host.example/sub/path/): Hello.
                        - [Alone \\[1\\]](https://host.example/sub/path/alone/): Alone.

                        ## Guide

                        - [Guide](https://host.example/sub/path/guide/): To install
                        - [Install](https://host.example/sub/path/guide/install/): How to install
                        - [Use](https://host.example/sub/path/guide/use/): Used.
                        """);
    }

    private SiteFixture everything(String base) {
        return new SiteFixture(folder)
                .put(
                        "bengal.yaml",
                        "title: A site",
                        "description: About it",
                        "baseurl: '" + base + "'",
                        "pagination: {size: 1}",
                        "menu:",
                        "  main:",
                        "    - {page: guide, weight: 1}",
                        "    - {name: More, identifier: more}",
                        "    - {name: Tags, url: /tags/, parent: more}",
                        "    - {name: Linux, url: '/guide/install/#linux', parent: more}",
                        "  footer:",
                        "    - {name: Feed, url: /rss.xml}",
                        "    - {name: Files, url: /files/terms.txt}")
                .put("assets/extra.css", "a { color: red }")
                .put("static/files/terms.txt", "Terms")
                .put("content/_index.md", "---", "title: Home", "---", "Hello.", "", "[Guide](guide/_index.md)")
                .put("content/alone.md", "---", "title: 'Alone [1]'", "---", "Alone.")
                .put(
                        "content/guide/_index.md",
                        "---",
                        "title: Guide",
                        "---",
                        "To install",
                        "",
                        ":::{child-cards}",
                        ":::")
                .put("content/guide/picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                .put(
                        "content/guide/install.md",
                        "---",
                        "title: Install",
                        "description: How to install",
                        "date: 2026-01-01",
                        "tags: [a b, c]",
                        "categories: [d]",
                        "aliases: [/old/place/]",
                        "---",
                        "## On Linux {#linux}",
                        "",
                        "![Picture](picture.svg) [[guide/use|Use]] [up](../) [home](/) [terms](/files/terms.txt)",
                        "",
                        ":::{cards}",
                        ":::{card} Use",
                        ":link: /guide/use/",
                        ":::",
                        ":::",
                        "",
                        ":::{button} guide/use",
                        ":::")
                .put("content/guide/use.md", "---", "title: Use", "date: 2026-01-02", "tags: [c]", "---", "Used.");
    }
}
