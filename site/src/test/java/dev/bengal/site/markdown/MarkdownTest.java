package dev.bengal.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page's text becomes in the built page. */
class MarkdownTest {
    private static final Pattern PROSE = Pattern.compile(
            "<div class=\"prose\">\\R(.*?)\\R*</div>\\R(?:</article>|<ul class=\"tags\")", Pattern.DOTALL);

    private SiteFixture site;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        site = new SiteFixture(folder)
                .put("content/docs/_index.md", "---", "title: The docs", "---")
                .put("content/docs/install.md", "# Install");
    }

    private String render(String... lines) {
        site.put("content/docs/page.md", lines).build();
        Matcher prose = PROSE.matcher(site.page("docs/page/index.html"));
        assertThat(prose.find()).isTrue();
        return prose.group(1).strip();
    }

    @Test
    void table_scrolls() {
        assertThat(render("| a | b |", "|---|--:|", "| 1 | ~~2~~ |"))
                .startsWith("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\"")
                .contains("<td align=\"right\"><del>2</del></td>");
    }

    @Test
    void taskList_hasCheckboxes() {
        assertThat(render("- [x] done", "- [ ] open"))
                .contains("<input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Done\"> done")
                .contains("<input type=\"checkbox\" disabled=\"\" aria-label=\"To do\"> open");
    }

    @Test
    void heading_hasIdOfItsWordsOrItsOwn() {
        String html = render("## Two Words", "## Two Words", "## Named {#my-id}", "### `code` & more");

        assertThat(html)
                .contains("<h2 id=\"two-words\">Two Words<a ")
                .contains("<h2 id=\"two-words-1\">Two Words<a ")
                .contains("<h2 id=\"my-id\">Named<a ")
                .contains("<h3 id=\"code-more\"><code>code</code> &amp; more<a ");
        assertThat(site.page("docs/page/index.html")).contains("<li class=\"toc-2\"><a href=\"#my-id\">Named</a></li>");
    }

    @Test
    void fence_showsTitleAndMarksLines() {
        assertThat(render("```yaml {2,4-9}", "a: <b>", "b: <c>", "", "d", "e", "```"))
                .isEqualTo("<pre tabindex=\"0\"><code class=\"language-yaml\"><span class=\"f\">a</span>: &lt;b&gt;\n"
                        + "<mark><span class=\"f\">b</span>: &lt;c&gt;\n</mark>\n<mark>d\n</mark><mark>e\n</mark>"
                        + "</code></pre>");
        assertThat(render("```python a<b.py {1}", "x", "```"))
                .isEqualTo(
                        "<figure class=\"titled-code\">\n<figcaption>a&lt;b.py</figcaption>\n"
                                + "<pre tabindex=\"0\"><code class=\"language-python\"><mark>x\n</mark></code></pre>\n</figure>");
    }

    @Test
    void fence_withOtherWordsInBracesKeepsLanguageOnly() {
        assertThat(render("```yaml {x}", "a: <b>", "```"))
                .isEqualTo("<pre tabindex=\"0\"><code class=\"language-yaml\"><span class=\"f\">a</span>: &lt;b&gt;\n"
                        + "</code></pre>");
        assertThat(render("```yaml {9-2,999999999999}", "a", "```")).contains(">a\n</code>");
    }

    @Test
    void fence_keepsPartsOfCodeWithinMarkedLines() {
        assertThat(render("```java {2}", "/* a", "b */ int", "```"))
                .isEqualTo("<pre tabindex=\"0\"><code class=\"language-java\"><span class=\"c\">/* a\n</span>"
                        + "<mark><span class=\"c\">b */</span> <span class=\"k\">int</span>\n</mark></code></pre>");
    }

    @Test
    void fence_isPlainWhereConfigurationOrLanguageSaysSo() {
        assertThat(render("```tree", "int", "```"))
                .isEqualTo("<pre tabindex=\"0\"><code class=\"language-tree\">int\n</code></pre>");
        site.put("bengal.toml", "[markup]", "highlight = false");

        assertThat(render("```java", "int", "```"))
                .isEqualTo("<pre tabindex=\"0\"><code class=\"language-java\">int\n</code></pre>");
    }

    @Test
    void icon_isNoText() {
        assertThat(render("See {icon}`terminal:24` here."))
                .isEqualTo("<p>See <span class=\"icon icon-terminal\" title=\"terminal\"></span> here.</p>");
    }

    @Test
    void wikilink_leadsToPage() {
        assertThat(render("[[docs/install]], [[docs|the", "docs]], [[install#x|x]], [[#here]], a [[docs/]]."))
                .isEqualTo("<p><a href=\"/docs/install/\">Install</a>, <a href=\"/docs/\">the docs</a>, "
                        + "<a href=\"/docs/install/#x\">x</a>, <a href=\"#here\">here</a>, "
                        + "a <a href=\"/docs/\">The docs</a>.</p>");
    }

    @Test
    void wikilink_thatLeadsNowhereIsTextAndWarned() {
        site.put("content/docs/page.md", "[[nowhere|Some <b>]] and `[[code]]` and [[1]](/x/)");

        assertThat(site.build().warnings())
                .containsExactly("content/docs/page.md:1: the wikilink [[nowhere]] leads nowhere.");
        assertThat(site.page("docs/page/index.html"))
                .contains("<span class=\"broken-link\" title=\"No page: nowhere\">Some &lt;b&gt;</span>")
                .contains("<code>[[code]]</code>")
                .contains("<a href=\"/x/\">[1]</a>");
    }

    @Test
    void wikilink_toTargetLeadsToPlaceOnPage() {
        assertThat(render("[[!the_one]] [[!later|x]]", "", ":::{target} the_one", ":::", ":::{target} later", ":::"))
                .contains("<a href=\"#the_one\">the_one</a> <a href=\"#later\">x</a>");
        site.put("content/docs/page.md", "---", "title: x", "---", "", "A line and", "[[!none]]");

        assertThat(site.build().warnings())
                .containsExactly("content/docs/page.md:6: the wikilink [[!none]] leads nowhere.");
    }

    @Test
    void wikilink_toTargetLeadsToOtherPage() {
        site.put("content/docs/one.md", "---", "title: One", "---", "~~~", ":::{target} coded", ":::", "~~~")
                .put("content/docs/two.md", "---", "title: Two", "---", "- x", "", "  :::{anchor} far.away", "  :::");

        assertThat(render("[[!far.away]] [[!far.away|x]]"))
                .isEqualTo("<p><a href=\"/docs/two/#far.away\">Two</a> <a href=\"/docs/two/#far.away\">x</a></p>");
        site.put("content/docs/page.md", "[[!coded]]");
        assertThat(site.build().warnings())
                .containsExactly("content/docs/page.md:1: the wikilink [[!coded]] leads nowhere.");
    }

    @Test
    void wikilink_toOtherProjectLeadsWhereConfigurationSays() {
        site.put(
                "bengal.toml",
                "[external_refs.templates]",
                "lib = \"https://lib.example/{target}\"",
                "py = \"https://py.example/{module}.html#{name}?{name_lower}\"",
                "bad = \"javascript:alert(1)//{target}\"");

        assertThat(render("[[ext:lib:a/b#c|x]] [[ext:lib:]] [[ext:py:os.path.Join]] [[ext:lib:\"<b>]]"))
                .isEqualTo("<p><a href=\"https://lib.example/a/b#c\">x</a> <a href=\"https://lib.example/\">lib</a> "
                        + "<a href=\"https://py.example/os.path.html#Join?join\">os.path.Join</a> "
                        + "<a href=\"https://lib.example/%22%3Cb%3E\">&quot;&lt;b&gt;</a></p>");
        site.put("content/docs/page.md", "[[ext:bad:x]] [[ext:none:x]] [[ext:none]]");

        assertThat(site.build().warnings())
                .containsExactly(
                        "content/docs/page.md:1: the wikilink [[ext:bad:x]] leads nowhere.",
                        "content/docs/page.md:1: the wikilink [[ext:none:x]] leads nowhere.",
                        "content/docs/page.md:1: the wikilink [[ext:none]] leads nowhere.");
    }

    @Test
    void wikilink_doesNotSplitCell() {
        assertThat(render("| a | b |", "|---|---|", "| [[docs/install|How]] | c |", "", "```", "| [[a|b]] |", "```"))
                .contains("<td><a href=\"/docs/install/\">How</a></td>")
                .contains("<td>c</td>")
                .contains("<code>| [[a|b]] |\n");
    }

    @Test
    void link_findsPageByFileOrAddress() {
        assertThat(
                        render(
                                "[a](install.md) [b](../install/#x) [c](./install) [d](/docs/install.md) [e](other) [f](mailto:x@y.z)"))
                .contains("<a href=\"/docs/install/\">a</a>")
                .contains("<a href=\"/docs/install/#x\">b</a>")
                .contains("<a href=\"/docs/install/\">c</a>")
                .contains("<a href=\"/docs/install/\">d</a>")
                .contains("<a href=\"other\">e</a>")
                .contains("<a href=\"mailto:x@y.z\">f</a>");
    }

    @Test
    void nesting_withoutEndIsBorne() {
        assertThat(render("> ".repeat(5_000) + "x", "", "[".repeat(5_000))).isNotEmpty();
    }
}
