package dev.bengal.site.markdown.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.markdown.RenderedProse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NavigationTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
        prose.site()
                .put("content/docs/_index.md", "---", "title: All <docs>", "nav_title: Docs", "---")
                .put("content/docs/a.md", page("A & b", "weight: 1", "description: First", "tags: [One, two]"))
                .put("content/docs/z.md", page("Z", "weight: 9", "tags: [two]"))
                .put("content/docs/secret.md", page("Secret", "hidden: true", "tags: [one]"))
                .put("content/else/b.md", page("B", "tags: [two, one]"));
    }

    private static String[] page(String title, String... keys) {
        return ("---\ntitle: " + title + "\n" + String.join("\n", keys) + "\n---\nWords").split("\n");
    }

    private String onPage(String... lines) {
        String[] whole = new String[lines.length + 5];
        System.arraycopy(new String[] {"---", "title: Page", "weight: 5", "tags: [one, two]", "---"}, 0, whole, 0, 5);
        System.arraycopy(lines, 0, whole, 5, lines.length);
        return prose.of(whole);
    }

    @Test
    void breadcrumbs_leadFromHomeToThePage() {
        assertThat(onPage(":::{breadcrumbs}", ":class: way", ":::")).isEqualTo("""
                        <nav class="breadcrumbs way" aria-label="The way to this page">
                        <ol>
                        <li><a href="/">Home</a></li>
                        <li><a href="/docs/">Docs</a></li>
                        <li><span aria-current="page">Page</span></li>
                        </ol>
                        </nav>""");
        assertThat(onPage(":::{breadcrumbs}", ":show-home: false", ":separator: >", ":::"))
                .isEqualTo("""
                        <nav class="breadcrumbs" aria-label="The way to this page">
                        <ol>
                        <li data-separator="&gt;"><a href="/docs/">Docs</a></li>
                        <li data-separator="&gt;"><span aria-current="page">Page</span></li>
                        </ol>
                        </nav>""");
        assertThat(onPage(":::{breadcrumbs}", ":home_text: Top", ":::")).contains("<a href=\"/\">Top</a>");
    }

    @Test
    void siblings_areTheListedPlacesOfTheFolder() {
        assertThat(onPage(":::{siblings}", ":::")).isEqualTo("""
                        <ul class="siblings">
                        <li><a href="/docs/a/">A &amp; b</a></li>
                        <li><a href="/docs/z/">Z</a></li>
                        </ul>""");
        assertThat(onPage(":::{siblings}", ":exclude-current: false", ":show-description:", ":limit: 2", ":::"))
                .isEqualTo("""
                        <ul class="siblings">
                        <li><a href="/docs/a/">A &amp; b</a> <span class="place-text">First</span></li>
                        <li><span aria-current="page">Page</span></li>
                        </ul>""");
    }

    @Test
    void prevNext_leadToTheNeighboursInTheFolder() {
        assertThat(onPage(":::{prev-next}", ":::")).isEqualTo("""
                        <nav class="turn" aria-label="Neighbours in this section">
                        <a class="previous" href="/docs/a/"><small>Previous</small>A &amp; b</a>
                        <a class="next" href="/docs/z/"><small>Next</small>Z</a>
                        </nav>""");
        prose.site().put("content/docs/z.md", page("Z", "hidden: true"));
        assertThat(onPage(":::{prev-next}", ":show-title: false", ":::"))
                .contains("<a class=\"previous\" href=\"/docs/a/\"><small>Previous</small></a>")
                .doesNotContain("Next");
    }

    @Test
    void related_areThoseWithMostTagsInCommon() {
        assertThat(onPage(":::{related}", ":show-tags:", ":::")).isEqualTo("""
                        <div class="directive directive-related">
                        <p class="directive-title">Related</p>
                        <ul>
                        <li><a href="/docs/a/">A &amp; b</a> <span class="place-text">one, two</span></li>
                        <li><a href="/else/b/">B</a> <span class="place-text">one, two</span></li>
                        <li><a href="/docs/z/">Z</a> <span class="place-text">two</span></li>
                        </ul>
                        </div>""");
        assertThat(onPage(":::{related}", ":title: See <too>", ":tags: ONE", ":limit: 1", ":::"))
                .isEqualTo("""
                        <div class="directive directive-related">
                        <p class="directive-title">See &lt;too&gt;</p>
                        <ul>
                        <li><a href="/docs/a/">A &amp; b</a></li>
                        </ul>
                        </div>""");
    }

    @Test
    void section_hasOneListWhereCardsShowAllOfIt() {
        prose.site().put("content/docs/_index.md", ":::{child-cards}", ":::").build();
        assertThat(prose.site().page("docs/index.html").split("href=\"/docs/a/\"><span class=\"card-title\"", -1))
                .hasSize(2);
        assertThat(prose.site().page("docs/index.html")).doesNotContain("In this section");

        prose.site()
                .put("content/docs/_index.md", ":::{child-cards}", ":include: sections", ":::")
                .build();
        assertThat(prose.site().page("docs/index.html")).contains("In this section");

        prose.site()
                .put("bengal.toml", "[pagination]", "size = 1")
                .put("content/docs/_index.md", ":::{child-cards}", ":::")
                .build();
        assertThat(prose.site().page("docs/index.html")).contains("In this section", "Page 1 of");
    }

    @Test
    void directive_withNothingToShowIsNothing() {
        assertThat(onPage(":::{related}", ":tags: none", ":::")).isEmpty();
        prose.site().put("content/index.md", ":::{siblings}", ":::", ":::{prev-next}", ":::", ":::{related}", ":::");
        assertThat(prose.site().build().warnings()).isEmpty();
        assertThat(prose.site().page("index.html")).doesNotContain("class=\"siblings\"", "directive-related");
    }

    @Test
    void page_isMadeAgainWhereWhatItShowsChanges() {
        onPage(":::{related}", ":::", ":::{siblings}", ":show-description:", ":::");
        prose.site().put("content/else/b.md", page("Renamed", "tags: [one]"));
        prose.site().build();
        assertThat(prose.now()).contains("<a href=\"/else/b/\">Renamed</a>");

        prose.site().put("content/docs/a.md", page("A", "description: Changed"));
        prose.site().build();
        assertThat(prose.now())
                .contains("<span class=\"place-text\">Changed</span>")
                .contains("<p class=\"directive-title\">Related</p>");
        assertThat(prose.now().split("/docs/a/", -1)).hasSize(2);
    }

    @Test
    void excerptBreak_endsTheExcerptAndNothingElse() {
        assertThat(onPage("One *word*.", "", "- Two", "", ":::{excerpt-break}", "", "Three"))
                .isEqualTo("""
                        <p>One <em>word</em>.</p>
                        <ul>
                        <li>Two</li>
                        </ul>
                        <p>Three</p>""");
        assertThat(prose.site().page("index.json")).contains("\"One word. Two\"");
        assertThat(prose.site().page("docs/page/index.html"))
                .contains("<meta name=\"description\" content=\"One word. Two\">");
    }

    @Test
    void excerptBreak_mayBeClosedRightBelowIt() {
        assertThat(onPage("One", ":::{excerpt-break}", ":::", "Two")).isEqualTo("<p>One</p>\n<p>Two</p>");
        assertThat(onPage("One", ":::{excerpt-break}", "Two", ":::{note}", "x", ":::"))
                .startsWith("<p>One</p>\n<p>Two</p>\n<div");
        assertThat(onPage(":::{excerpt-break}", ":::", "Only")).isEqualTo("<p>Only</p>");
        assertThat(prose.site().page("index.json")).contains("\"Only\"");
    }

    @Test
    void excerptBreak_inABoxIsWarnedOfAndLeavesTheBoxOpen() {
        assertThat(prose.warnings(":::{note}", "x", ":::{excerpt-break}", "", "y", ":::", "z"))
                .containsExactly(
                        "content/docs/page.md:3: an :::{excerpt-break} stands in a block, and ends no excerpt.");
        assertThat(prose.now()).contains("<p>y</p>\n</div>\n<p>z</p>");
    }
}
