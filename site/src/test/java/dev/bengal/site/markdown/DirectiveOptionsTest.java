package dev.bengal.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectiveOptionsTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
        prose.site().put("content/docs/a.png", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":::{note}\nOPTIONS\nBody\n:::",
                ":::{cards}\nOPTIONS\n:::{card} A\n:::\n:::",
                ":::{card} A\nOPTIONS\nBody\n:::",
                ":::{tab-set}\nOPTIONS\n:::{tab-item} A\nBody\n:::\n:::",
                ":::{tab-set}\n:::{tab-item} A\nOPTIONS\nBody\n:::\n:::",
                ":::{code-tabs}\nOPTIONS\n```java\nx\n```\n:::",
                ":::{steps}\nOPTIONS\n:::{step} A\nBody\n:::\n:::",
                ":::{steps}\n:::{step} A\nOPTIONS\nBody\n:::\n:::",
                ":::{dropdown} A\nOPTIONS\nBody\n:::",
                ":::{button} /\nOPTIONS\nWords\n:::",
                ":::{list-table}\nOPTIONS\n- - a\n:::",
                ":::{checklist}\nOPTIONS\n- [ ] a\n:::",
                ":::{example-label} A\nOPTIONS\n:::",
                ":::{youtube} abc\nOPTIONS\n:::",
                ":::{figure} a.png\nOPTIONS\n:alt: a\n:::",
                ":::{video} a.mp4\nOPTIONS\n:title: a\n:::",
                ":::{badge} A\nOPTIONS\n:::",
                ":::{rubric} A\nOPTIONS\n:::",
                ":::{icon} star\nOPTIONS\n:::",
                ":::{container} a\nOPTIONS\nBody\n:::",
                ":::{gallery}\nOPTIONS\n![a](a.png)\n:::",
                ":::{since} 1.0\nOPTIONS\n:::",
                ":::{since} 1.0\nOPTIONS\nBody\n:::"
            })
    void classAndId_standOnTheElementOfEveryDirective(String text) {
        String html = prose.of(text.replace("OPTIONS", ":class: red big\n:id: here"));

        assertThat(html).containsPattern("<[a-z]+ class=\"(?:[^\"]* )?red big\" id=\"here\"");
        assertThat(html).containsOnlyOnce("red big").containsOnlyOnce("id=\"here\"");
    }

    @Test
    void name_isAnId() {
        assertThat(prose.of(":::{note}", ":name: here", "x", ":::"))
                .startsWith("<div class=\"directive directive-note\" id=\"here\">");
    }

    @Test
    void id_thatIsTakenOrNoneIsWarnedOfAndLeftOut() {
        assertThat(prose.warnings("## Here", ":::{note}", ":id: here", "x", ":::"))
                .containsExactly("content/docs/page.md:2: :::{note} has the id here, which the page has already.");
        assertThat(prose.now()).containsOnlyOnce("id=\"here\"");
        assertThat(prose.warnings(":::{note}", ":id: a\"b", "x", ":::"))
                .containsExactly("content/docs/page.md:1: :::{note} has the id a\"b, which may have letters, digits "
                        + "and the signs _ . : - only.");
        assertThat(prose.warnings(":::{note}", ":class: a<b", "x", ":::"))
                .containsExactly(
                        "content/docs/page.md:1: :::{note} has :class: a<b, which is no name of a class.");
    }

    @Test
    void id_isNotGivenToAHeadingBehindIt() {
        assertThat(prose.of(":::{note}", ":id: here", "x", ":::", "## Here")).contains("<h2 id=\"here-1\">");
    }

    @Test
    void unknownOption_isWarnedOfWithLineAndNearest() {
        assertThat(prose.warnings("Words", "", ":::{figure} a.png", ":atl: a", ":alt: a", ":::"))
                .containsExactly("content/docs/page.md:3: :::{figure} has the option :atl:, which means nothing to it; "
                        + ":alt: does.");
        assertThat(prose.warnings(":::{note}", ":smile:", "x", ":::"))
                .containsExactly("content/docs/page.md:1: :::{note} has the option :smile:, which means nothing to it.");
    }

    @Test
    void optionOfTheGenerator_withoutEffectIsNotWarnedOf() {
        prose.of(":::{dropdown} A", ":icon: star", "x", ":::");
        prose.site().put("bengal.toml", "[markup]", "boxes = [\"ours\"]");
        prose.of(":::{ours}", ":whatever: x", "y", ":::");
    }

    @Test
    void underscores_areHyphens() {
        assertThat(prose.of(":::{checklist}", ":show_progress:", "- [x] a", ":::")).contains("<progress max=\"1\"");
    }

    @Test
    void box_foldsWhereItIsCollapsible() {
        assertThat(prose.of(":::{note}", ":collapsible:", "x", ":::"))
                .startsWith("<details class=\"directive directive-note\" open=\"\">\n"
                        + "<summary class=\"directive-title\">Note")
                .endsWith("</details>");
        assertThat(prose.of(":::{note}", ":collapsible:", ":open: false", "x", ":::")).doesNotContain("open=");
    }

    @Test
    void grid_hasAtMostItsColumns() {
        assertThat(prose.of(":::{cards}", ":columns: 2", ":::{card} A", ":::", ":::"))
                .startsWith("<div class=\"directive directive-cards columns-2\">");
        assertThat(prose.of(":::{cards}", ":columns: auto", ":::{card} A", ":::", ":::"))
                .startsWith("<div class=\"directive directive-cards\">");
    }

    @Test
    void card_hasPictureAndFoot() {
        assertThat(prose.of(":::{card} A", ":image: a.png", ":footer: Below", "x", ":::")).isEqualTo("""
                        <div class="directive directive-card">
                        <img class="card-image" src="/docs/a.png" alt="" loading="lazy" />
                        <p class="directive-title">A</p>
                        <p>x</p>
                        <p class="card-foot">Below</p>
                        </div>""");
        assertThat(prose.warnings(":::{card} A", ":image: javascript:alert(1)", "x", ":::"))
                .hasSize(1);
        assertThat(prose.now()).doesNotContain("javascript");
    }

    @Test
    void steps_countFromTheirStart() {
        assertThat(prose.of(":::{steps}", ":start: 4", ":::{step} A", ":::", ":::")).contains("<ol start=\"4\">");
    }
}
