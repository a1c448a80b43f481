package dev.bengal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaginationTest {
    @TempDir
    private Path folder;

    @Test
    void list_isWholeUnlessASizeIsGiven() {
        SiteFixture site = fivePages("");
        site.build();

        assertThat(site.page("notes/index.html")).contains("Note 1<", "Note 5<").doesNotContain("Page 1 of");
        assertThat(site.has("notes/page/2/index.html")).isFalse();
    }

    @Test
    void section_isSpreadOverPagesThatLeadToEachOther() {
        SiteFixture site = fivePages("2");
        SiteBuild build = site.build();
        String first = site.page("notes/index.html");
        String second = site.page("notes/page/2/index.html");
        String last = site.page("notes/page/3/index.html");

        assertThat(build.warnings()).isEmpty();
        assertThat(cards(first)).contains("Note 1<", "Note 2<").doesNotContain("Note 3<");
        assertThat(first)
                .contains("Words of the section.", "Page 1 of 3", "<link rel=\"next\" href=\"/sub/notes/page/2/\">");
        assertThat(first).doesNotContain("rel=\"prev\" href=\"/sub/notes");
        assertThat(cards(second)).contains("Note 3<", "Note 4<").doesNotContain("Note 2<", "Note 5<");
        assertThat(second)
                .contains(
                        "<title>Notes (page 2) · ",
                        "<a rel=\"prev\" href=\"/sub/notes/\">Previous</a>",
                        "<a rel=\"next\" href=\"/sub/notes/page/3/\">Next</a>",
                        "<link rel=\"canonical\" href=\"https://example.org/sub/notes/page/2/\">")
                .doesNotContain("Words of the section.");
        assertThat(cards(last)).contains("Note 5<").doesNotContain("Note 4<");
        assertThat(last).doesNotContain("rel=\"next\"");
        assertThat(site.has("notes/page/4/index.html")).isFalse();
        assertThat(site.page("sitemap.xml") + site.page("index.json")).doesNotContain("/page/2/");
    }

    @Test
    void tag_isSpreadOverPagesToo() {
        SiteFixture site = fivePages("3");
        site.build();

        assertThat(cards(site.page("tags/x/index.html"))).contains("Note 3<").doesNotContain("Note 4<");
        assertThat(cards(site.page("tags/x/page/2/index.html"))).contains("Note 4<", "Note 5<");
        assertThat(site.page("tags/x/page/2/index.html")).contains("<a rel=\"prev\" href=\"/sub/tags/x/\">");
    }

    @Test
    void part_thatIsEmptyNowIsDeleted() throws Exception {
        SiteFixture site = fivePages("2");
        site.build();
        java.nio.file.Files.delete(site.root().resolve("content/notes/n5.md"));
        site.build();

        assertThat(site.has("notes/page/2/index.html")).isTrue();
        assertThat(site.has("notes/page/3/index.html")).isFalse();
        assertThat(site.page("notes/page/2/index.html")).contains("Page 2 of 2");
    }

    @Test
    void part_whoseAddressIsThatOfAPageIsWarnedOf() {
        SiteFixture site = fivePages("2").put("content/other.md", "---", "url: /notes/page/2/", "---", "Mine");

        assertThat(site.build().warnings())
                .containsExactly(
                        "/notes/page/2/ is the address of a page, and so part 2 of the list /notes/ is missing;"
                                + " give the page another address.");
        assertThat(site.page("notes/page/2/index.html")).contains("Mine");
    }

    @Test
    void size_mustBeAWholeNumber() {
        assertThatThrownBy(() -> fivePages("\"many\"").build())
                .isInstanceOf(SiteException.class)
                .hasMessage(
                        "bengal.toml: 'pagination.size' is many, but must be a whole number, such as 20; 0 leaves every"
                                + " list whole.");
    }

    @Test
    void feed_isThereForEachSectionAndTagWithDatedPages() {
        SiteFixture site = fivePages("2")
                .put("content/plain/a.md", "A")
                .put("content/notes/deep/b.md", "---", "title: Deep", "date: 2026-02-01", "---", "B");
        site.build();

        assertThat(site.page("notes/rss.xml"))
                .containsSubsequence(
                        "<title>Notes · ",
                        "<link>https://example.org/sub/notes/</link>",
                        "<title>Deep</title>",
                        "<title>Note 5</title>",
                        "<link>https://example.org/sub/notes/n5/</link>",
                        "<title>Note 1</title>");
        assertThat(site.page("tags/x/rss.xml"))
                .contains("<title>x · ", "Note 1")
                .doesNotContain("Deep");
        assertThat(site.has("plain/rss.xml")).isFalse();
        assertThat(site.page("notes/page/2/index.html")).contains("href=\"/sub/notes/rss.xml\"");
        assertThat(site.page("plain/index.html")).doesNotContain("/plain/rss.xml");
    }

    private static String cards(String page) {
        int from = page.indexOf("<ul class=\"cards\">");
        return page.substring(from, page.indexOf("</ul>", from));
    }

    private SiteFixture fivePages(String size) {
        SiteFixture site = new SiteFixture(folder)
                .put(
                        "bengal.toml",
                        "title = \"Site\"",
                        "baseurl = \"https://example.org/sub/\"",
                        size.isEmpty() ? "" : "[pagination]\nsize = " + size)
                .put("content/_index.md", "Home")
                .put("content/notes/_index.md", "---", "title: Notes", "---", "Words of the section.");
        for (int i = 1; i <= 5; i++) {
            site.put(
                    "content/notes/n" + i + ".md",
                    "---",
                    "title: Note " + i,
                    "tags: [x]",
                    "date: 2026-01-0" + i,
                    "---",
                    "Words.");
        }
        return site;
    }
}
