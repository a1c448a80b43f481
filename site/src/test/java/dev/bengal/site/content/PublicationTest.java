package dev.bengal.site.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.BuildOptions;
import dev.bengal.site.Progress;
import dev.bengal.site.Publication;
import dev.bengal.site.SiteBuild;
import dev.bengal.site.SiteFixture;
import dev.bengal.site.Withheld;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    private static final String WRITTEN = "secret";

    @TempDir
    private Path folder;

    @Test
    void draftsAndFuturePages_areNowhereUnlessAsked() {
        SiteFixture site = site();
        SiteBuild usual = site.build(at("2026-06-01T00:00:00Z", false, false));

        assertThat(usual.withheld()).isEqualTo(new Withheld(1, 1));
        assertThat(usual.warnings()).isEmpty();
        assertThat(mentioning(site, "Draft")).isEmpty();
        assertThat(mentioning(site, "Future")).isEmpty();

        site.build(at("2026-06-01T00:00:00Z", true, false));
        assertThat(site.has("a/draft/index.html")).isTrue();
        assertThat(site.has("a/future/index.html")).isFalse();

        SiteBuild both = site.build(at("2026-06-01T00:00:00Z", true, true));
        assertThat(both.withheld()).isEqualTo(Withheld.NOTHING);
        assertThat(mentioning(site, "Future"))
                .contains(
                        "rss.xml",
                        "index.json",
                        "llms.txt",
                        "a/index.html",
                        "tags/x/page/2/index.html",
                        "tags/x/rss.xml");
    }

    @Test
    void futurePage_appearsWhenItsTimeHasCome() {
        SiteFixture site = site();
        site.build(at("2026-06-30T23:59:59Z", false, false));
        assertThat(site.has("a/future/index.html")).isFalse();

        SiteBuild build = site.build(at("2026-07-01T00:00:00Z", false, false));

        assertThat(build.withheld()).isEqualTo(new Withheld(1, 0));
        assertThat(mentioning(site, "Future")).contains("rss.xml", "sitemap.xml", "a/index.html");
    }

    @Test
    void draftThatStoodInTheOutput_isDeleted() {
        SiteFixture site = site();
        site.build(at("2026-06-01T00:00:00Z", true, true));
        site.build(at("2026-06-01T00:00:00Z", false, false));

        assertThat(mentioning(site, "Draft")).isEmpty();
        assertThat(mentioning(site, "Future")).isEmpty();
    }

    @Test
    void hiddenPage_isBuiltAndListedNowhere() {
        SiteFixture site = site();
        site.build(at("2026-06-01T00:00:00Z", false, false));

        assertThat(site.page("a/" + WRITTEN + "/index.html")).contains("Hidden");
        assertThat(mentioning(site, WRITTEN)).as("but for its older address").containsExactly("old/index.html");
        assertThat(site.has("tags/y/index.html")).isFalse();
        assertThat(site.has("categories/z/index.html")).isFalse();
    }

    private static List<String> mentioning(SiteFixture site, String word) {
        return site.all().entrySet().stream()
                .filter(file -> file.getValue().contains(word)
                        || file.getValue().contains(word.toLowerCase(java.util.Locale.ROOT) + "/"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static BuildOptions at(String now, boolean drafts, boolean future) {
        Publication publication = new Publication(drafts, future, InstantSource.fixed(Instant.parse(now)));
        return new BuildOptions(2, false, publication, Progress.NONE);
    }

    private SiteFixture site() {
        return new SiteFixture(folder)
                .put("bengal.toml", "title = \"Site\"", "[pagination]", "size = 1")
                .put("content/_index.md", "Home")
                .put("content/a/_index.md", "---", "title: A", "---", ":::{child-cards}", ":::")
                .put("content/a/plain.md", "---", "title: Plain", "date: 2026-01-01", "tags: [x]", "---", "Plain")
                .put("content/a/draft.md", "---", "title: Draft", "draft: true", "tags: [x]", "---", "D")
                .put("content/a/future.md", "---", "title: Future", "date: 2026-07-01", "tags: [x]", "---", "F")
                .put(
                        "content/a/" + WRITTEN + ".md",
                        "---",
                        "title: Hidden",
                        "hidden: true",
                        "date: 2026-01-01",
                        "tags: [x, y]",
                        "categories: [z]",
                        "aliases: [/old/]",
                        "---",
                        "H");
    }
}
