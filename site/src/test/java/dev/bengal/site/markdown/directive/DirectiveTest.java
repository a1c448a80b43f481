package dev.bengal.site.markdown.directive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.SiteBuild;
import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectiveTest {
    private static final Pattern BOX = Pattern.compile(
            "<div class=\"directive directive-([\\w-]+)\">|</div>|<p(?: [^>]*)?>|</p>|<li>|</li>|</?[uo]l>|\\R");

    private SiteFixture site;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        site = new SiteFixture(folder).put("bengal.toml", "[markup]", "boxes = [\"a\", \"b\", \"c\"]");
    }

    /** The boxes of the page: {@code name(...)}, with the words in them. */
    private String outline(String... lines) {
        assertThat(build(lines).warnings()).isEmpty();
        return outline();
    }

    private SiteBuild build(String... lines) {
        return site.put("content/page.md", lines).build();
    }

    private String outline() {
        String page = site.page("page/index.html");
        String prose = page.substring(
                page.indexOf("<div class=\"prose\">") + "<div class=\"prose\">".length(), page.indexOf("</article>"));
        StringBuilder outline = new StringBuilder();
        Matcher box = BOX.matcher(prose);
        while (box.find()) {
            String name = box.group(1);
            box.appendReplacement(
                    outline, name != null ? name + "(" : box.group().equals("</div>") ? ") " : " ");
        }
        box.appendTail(outline);
        return outline.toString()
                .replaceAll("\\s+", " ")
                .replaceAll("\\( ", "(")
                .replaceAll(" \\)", ")")
                .replaceAll("\\) ?$", "")
                .strip();
    }

    @Test
    void directive_hasTitleOptionsAndMarkdown() {
        assertThat(outline(":::{card} A *title*", ":link: /x/", ":icon: book", "", "Some **text**", ":::", "after"))
                .isEqualTo("card(<a href=\"/x/\">A <em>title</em></a> Some <strong>text</strong>) after");
    }

    @Test
    void directive_hasItsNameAsTitleWhereItWarns() {
        assertThat(outline(":::{note}", "text", ":::")).isEqualTo("note(Note text)");
        assertThat(outline(":::{steps}", "text", ":::")).isEqualTo("steps(text)");
    }

    @Test
    void closing_endsInnermost() {
        assertThat(outline(":::{a}", "1", ":::{b}", "2", ":::", "3", ":::", "4"))
                .isEqualTo("a(1 b(2) 3) 4");
    }

    @Test
    void closing_countsNoColons() {
        assertThat(outline("::::{a}", ":::{b}", "2", ":::", "::::", "4")).isEqualTo("a(b(2)) 4");
        assertThat(outline(":::{a}", "::::{b}", "2", ":::", ":::", "4")).isEqualTo("a(b(2)) 4");
    }

    @Test
    void namedClosing_endsNearestOfThatNameAndAllInIt() {
        assertThat(outline(":::{a}", ":::{b}", ":::{c}", "3", ":::{/b}", "1", ":::{/a}", "0"))
                .isEqualTo("a(b(c(3)) 1) 0");
        assertThat(outline(":::{a}", ":::{a}", "2", ":::{/a}", "1", ":::{/a}")).isEqualTo("a(a(2) 1)");
    }

    @Test
    void namedClosing_ofSomethingElseEndsNothing() {
        assertThat(build(":::{a}", "1", ":::{/z}", "2", ":::").warnings())
                .containsExactly("content/page.md:3: a closing ::: has nothing to close.");
        assertThat(outline()).isEqualTo("a(1 2)");
    }

    @Test
    void fence_isOpaque() {
        assertThat(outline(":::{a}", "```", ":::{b}", ":::", ":::{/a}", "```", "1", ":::", "0"))
                .isEqualTo("a(<pre tabindex=\"0\"><code>:::{b} ::: :::{/a} </code></pre> 1) 0");
        assertThat(outline("```", ":::{b}", ":::", "```"))
                .isEqualTo("<pre tabindex=\"0\"><code>:::{b} ::: </code></pre>");
    }

    @Test
    void directive_standsInList() {
        assertThat(outline(":::{a}", "- one", "  :::{b}", "  two", "  :::", "- three", ":::", "0"))
                .isEqualTo("a(one b(two) three) 0");
    }

    @Test
    void closing_withoutIndentEndsDirectiveInList() {
        assertThat(outline(":::{a}", "- one", "  :::{b}", "  two", ":::", "", "three", ":::", "0"))
                .isEqualTo("a(one b(two) three) 0");
    }

    @Test
    void directive_interruptsParagraph() {
        assertThat(outline("text", ":::{note}", "x", ":::", "more")).isEqualTo("text note(Note x) more");
    }

    @Test
    void closing_withoutDirectiveIsLeftOutAndWarned() {
        assertThat(build("text", ":::").warnings())
                .containsExactly("content/page.md:2: a closing ::: has nothing to close.");
        assertThat(outline()).isEqualTo("text");
    }

    @Test
    void directive_withoutEndIsWarned() {
        assertThat(build(":::{note}", "text").warnings())
                .containsExactly("content/page.md:1: the directive :::{note} is never closed.");
        assertThat(outline()).isEqualTo("note(Note text)");
    }

    @Test
    void title_isEscaped() {
        assertThat(outline(":::{card} 1 < 2 & \"3\"", "x", ":::")).isEqualTo("card(1 &lt; 2 &amp; &quot;3&quot; x)");
    }
}
