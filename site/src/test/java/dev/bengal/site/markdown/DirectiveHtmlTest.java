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
}
