package dev.bengal.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML of the directives that are more than a box. */
class DirectiveHtmlTest {
    private static final String PROSE = "<div class=\"prose\">\n";

    private SiteFixture site;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        site = new SiteFixture(folder);
    }

    private String render(String... lines) {
        assertThat(site.put("content/docs/page.md", lines).build().warnings()).isEmpty();
        return prose("docs/page/index.html");
    }

    private String prose(String file) {
        String page = site.page(file);
        String prose = page.substring(page.indexOf(PROSE) + PROSE.length(), page.indexOf("</article>"));
        return prose.substring(0, prose.lastIndexOf("</div>")).strip();
    }

    @Test
    void tabs_areRadioButtonsOfWhichOneIsOn() {
        assertThat(render(
                        ":::{tab-set}",
                        ":::{tab-item} A & *b*",
                        "1",
                        ":::",
                        ":::{tab-item} C",
                        ":selected:",
                        ":badge: <new>",
                        "",
                        "2",
                        ":::",
                        ":::"))
                .isEqualTo("""
                        <div class="tabs">
                        <input class="tab" type="radio" name="tabs:1" id="tabs:1:1"><label for="tabs:1:1">A &amp; <em>b</em></label>
                        <div class="tab-panel">
                        <p>1</p>
                        </div>
                        <input class="tab" type="radio" name="tabs:1" id="tabs:1:2" checked=""><label for="tabs:1:2">C <span class="badge">&lt;new&gt;</span></label>
                        <div class="tab-panel">
                        <p>2</p>
                        </div>
                        </div>""");
    }

    @Test
    void tabs_inTabsAreAGroupOfTheirOwn() {
        String html = render(
                ":::{tab-set}",
                ":::{tab-item} A",
                ":::{tab-set}",
                ":::{tab-item} B",
                "x",
                ":::{/tab-set}",
                ":::{/tab-set}");

        assertThat(html).contains("id=\"tabs:1:1\" checked=\"\"").contains("id=\"tabs:2:1\" checked=\"\"");
    }

    @Test
    void tabItem_aloneIsBox() {
        assertThat(render(":::{tab-item} A", "x", ":::")).startsWith("<div class=\"directive directive-tab-item\">");
    }

    @Test
    void steps_areListThatCountsOnAfterText() {
        assertThat(render(
                        ":::{steps}",
                        ":::{step} One",
                        ":duration: 5 min",
                        ":optional:",
                        "",
                        "1",
                        ":::",
                        "between",
                        ":::{step}",
                        "2",
                        ":::",
                        ":::"))
                .isEqualTo("""
                        <div class="steps">
                        <ol>
                        <li>
                        <p class="directive-title">One <span class="badge">5 min</span> <span class="badge">optional</span></p>
                        <p>1</p>
                        </li>
                        </ol>
                        <p>between</p>
                        <ol start="2">
                        <li>
                        <p>2</p>
                        </li>
                        </ol>
                        </div>""");
    }

    @Test
    void dropdown_isClosedUnlessAskedToOpen() {
        assertThat(render(":::{dropdown} Why < *how*", "x", ":::")).isEqualTo("""
                        <details class="directive directive-dropdown">
                        <summary class="directive-title">Why &lt; <em>how</em></summary>
                        <p>x</p>
                        </details>""");
        assertThat(render(":::{dropdown}", ":open:", "", "x", ":::")).contains("open=\"\">");
        assertThat(render(":::{dropdown}", ":open: false", "", "x", ":::")).doesNotContain("open=");
    }

    @Test
    void card_leadsToPageAsLinksAndWikilinksDo() {
        site.put("content/docs/install.md", "# Install");

        assertThat(render(":::{cards}", ":::{card} A & B", ":link: docs/install", "", "x", ":::", ":::"))
                .isEqualTo("""
                        <div class="directive directive-cards">
                        <div class="directive directive-card">
                        <p class="directive-title"><a href="/docs/install/">A &amp; B</a></p>
                        <p>x</p>
                        </div>
                        </div>""");
        assertThat(render(":::{card} [a](/b)", ":link: /c", "", "x", ":::"))
                .contains("<p class=\"directive-title\"><a href=\"/b\">a</a></p>");
        assertThat(render(":::{card}", ":link: install.md", ":::"))
                .contains("<a href=\"/docs/install/\">install.md</a>");
    }

    @Test
    void button_isLinkOfItsWords() {
        assertThat(render(":::{button} https://example.org/a_b_c?x&y", ":color: primary", "", "Go *on*", ":::"))
                .isEqualTo("""
                        <div class="directive directive-button">
                        <p><a href="https://example.org/a_b_c?x&amp;y">Go <em>on</em></a></p>
                        </div>""");
    }

    @Test
    void childCards_areMadeAgainWhenChildChanges() {
        site.put("content/docs/_index.md", ":::{child-cards}", ":include: pages", ":::")
                .put("content/docs/b.md", "---", "title: B <b>", "description: Be & see", "---")
                .put("content/docs/hidden.md", "---", "title: H", "hidden: true", "---")
                .put("content/docs/deep/c.md", "# C");

        assertThat(site.build().warnings()).isEmpty();
        assertThat(prose("docs/index.html")).startsWith("""
                        <div class="directive directive-child-cards">
                        <ul class="cards">
                        <li><a href="/docs/b/"><span class="card-title">B &lt;b&gt;</span><span class="card-text">Be &amp; see</span></a></li>
                        </ul>
                        </div>""");

        site.put("content/docs/b.md", "---", "title: B2", "---")
                .put("content/docs/a.md", "# A")
                .build();

        assertThat(prose("docs/index.html")).contains("""
                        <ul class="cards">
                        <li><a href="/docs/a/"><span class="card-title">A</span></a></li>
                        <li><a href="/docs/b/"><span class="card-title">B2</span></a></li>
                        </ul>""");
    }

    @Test
    void codeTabs_areNamedByTitleOrLanguage() {
        assertThat(render(":::{code-tabs}", "", "```python a<b.py", "x", "```", "", "```sh", "y", "```", ":::"))
                .isEqualTo("""
                        <div class="tabs">
                        <input class="tab" type="radio" name="tabs:1" id="tabs:1:1" checked=""><label for="tabs:1:1">a&lt;b.py</label>
                        <div class="tab-panel">
                        <pre tabindex="0"><code class="language-python">x
                        </code></pre>
                        </div>
                        <input class="tab" type="radio" name="tabs:1" id="tabs:1:2"><label for="tabs:1:2">sh</label>
                        <div class="tab-panel">
                        <pre tabindex="0"><code class="language-sh">y
                        </code></pre>
                        </div>
                        </div>""");
    }

    @Test
    void target_isAnchor() {
        assertThat(render(":::{target} my-id", ":::", "x"))
                .isEqualTo("<a class=\"target\" id=\"my-id\"></a>\n<p>x</p>");
        assertThat(render(":::{target} no id", ":::")).startsWith("<div class=\"directive directive-target\">");
    }

    @Test
    void version_isBadgeOrTitle() {
        assertThat(render(":::{since} v2 & up", ":::"))
                .isEqualTo("<p class=\"version\"><span class=\"badge directive-since\">Since v2 &amp; up</span></p>");
        assertThat(render(":::{deprecated} 3", "x", ":::")).isEqualTo("""
                        <div class="directive directive-deprecated">
                        <p class="directive-title">Deprecated since 3</p>
                        <p>x</p>
                        </div>""");
    }

    @Test
    void tab_isTabItem() {
        assertThat(render(":::{tab-set}", ":::{tab} A", "1", ":::", ":::{tab-item} B", "2", ":::", ":::"))
                .contains("<label for=\"tabs:1:1\">A</label>")
                .contains("<label for=\"tabs:1:2\">B</label>");
    }

    @Test
    void checklist_countsWhatIsDone() {
        assertThat(render(
                        ":::{checklist} Before & after",
                        ":show-progress:",
                        ":style: numbered",
                        ":compact:",
                        "- [x] one",
                        "- [ ] two",
                        ":::"))
                .isEqualTo("""
                        <div class="directive directive-checklist checklist-numbered checklist-compact">
                        <p class="directive-title">Before &amp; after</p>
                        <p class="checklist-progress"><progress max="2" value="1" aria-label="Done"></progress> 1 of 2</p>
                        <ul>
                        <li><input type="checkbox" disabled="" checked="" aria-label="Done"> one</li>
                        <li><input type="checkbox" disabled="" aria-label="To do"> two</li>
                        </ul>
                        </div>""");
        assertThat(render(":::{checklist}", ":show-progress:", "- one", ":::")).isEqualTo("""
                        <div class="directive directive-checklist">
                        <p class="directive-title">Checklist</p>
                        <ul>
                        <li>one</li>
                        </ul>
                        </div>""");
    }

    @Test
    void exampleLabel_isLineAboveItsExample() {
        assertThat(render(":::{example-label} How `x`", ":::", "", "after"))
                .isEqualTo("<p class=\"example-label\">How <code>x</code></p>\n<p>after</p>");
        assertThat(render(":::{example-label}", "body", ":::"))
                .isEqualTo("<p class=\"example-label\">Example</p>\n<p>body</p>");
    }

    @Test
    void card_hasDescriptionAndBadge() {
        assertThat(render(":::{card} A", ":link: /x", ":description: Be & see", ":badge: new", ":::"))
                .isEqualTo("""
                        <div class="directive directive-card">
                        <p class="directive-title"><a href="/x">A</a></p>
                        <p class="card-text">Be &amp; see</p>
                        <p class="card-badge"><span class="badge">new</span></p>
                        </div>""");
    }

    @Test
    void step_hasDescription() {
        assertThat(render(":::{steps}", ":::{step} A", ":description: <b>", "", "x", ":::", ":::"))
                .contains("<p class=\"directive-title\">A</p>\n<p class=\"step-text\">&lt;b&gt;</p>\n<p>x</p>");
    }

    @Test
    void button_leadsWhereItsOptionSays() {
        assertThat(render(":::{button} Go *on*", ":link: page.md", ":style: primary", ":::"))
                .isEqualTo("""
                        <div class="directive directive-button">
                        <p><a href="/docs/page/">Go <em>on</em></a></p>
                        </div>""");
    }
}
