package dev.bengal.site.markdown.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.markdown.RenderedProse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
        prose.site().put("content/docs/install.md", "---", "title: Install <it>", "---", ":::{target} place", ":::");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{kbd}`Ctrl+C`!<kbd>Ctrl</kbd>+<kbd>C</kbd>",
                "{kbd}`Ctrl++`!<kbd>Ctrl</kbd>+<kbd>+</kbd>",
                "{kbd}`+`!<kbd>+</kbd>",
                "{kbd}`<`!<kbd>&lt;</kbd>",
                "{abbr}`SSG (Static Site \"x\" Generator)`!<abbr title=\"Static Site &quot;x&quot; Generator\">SSG</abbr>",
                "{abbr}`SSG`!<abbr>SSG</abbr>",
                "{bdg-primary}`New <b>`!<span class=\"badge badge-primary\">New &lt;b&gt;</span>",
                "{bdg-danger-line}`x`!<span class=\"badge badge-danger badge-line\">x</span>",
                "H{sub}`2`O and x{sup}`2`!H<sub>2</sub>O and x<sup>2</sup>",
                "{doc}`/docs/install`!<a href=\"/docs/install/\">Install &lt;it&gt;</a>",
                "{doc}`how <install>`!<a href=\"/docs/install/\">how</a>",
                "{ref}`place`!<a href=\"/docs/install/#place\">Install &lt;it&gt;</a>",
                "{ref}`there <place>`!<a href=\"/docs/install/#place\">there</a>",
                "{icon}`star:24`!<span class=\"icon icon-star\" title=\"star\"></span>",
                "{math}`x_1`!<math><semantics><mrow><msub><mi>x</mi><mn>1</mn></msub></mrow>"
                        + "<annotation encoding=\"application/x-tex\">x_1</annotation></semantics></math>",
                "{kbd}`` a`b ``!<kbd>a`b</kbd>",
            })
    void role_isWhatItSays(String markdown, String html) {
        assertThat(prose.of(markdown)).isEqualTo("<p>" + html + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "\\{kbd}`x`!{kbd}<code>x</code>",
                "{kbd} `x`!{kbd} <code>x</code>",
                "{kbd}`x!{kbd}`x",
                "{}`x`!{}<code>x</code>",
                "`{kbd}`x!<code>{kbd}</code>x",
                "{a b}`x`!{a b}<code>x</code>",
            })
    void text_thatIsNoRoleStays(String markdown, String html) {
        assertThat(prose.of(markdown)).isEqualTo("<p>" + html + "</p>");
    }

    @Test
    void role_thatIsNotKnownShowsAsWrittenAndIsWarnedOfWithLineAndNearestName() {
        prose.site().put("content/_part.md", "---", "x: y", "---", "one", "", ":::{tip} A {bgd}`x`", ":::");

        assertThat(prose.warnings(
                        "---",
                        "title: x",
                        "---",
                        "first",
                        "then {kdb}`<x>`",
                        "",
                        "- {kdb}`y` {zzzzz}`y`",
                        "",
                        ":::{include} /_part.md",
                        ":::",
                        "",
                        "{doc}`nowhere`"))
                .containsExactly(
                        "content/docs/page.md:12: the wikilink [[nowhere]] leads nowhere.",
                        "content/docs/page.md:5: the role {kdb} is not known and shows as it is written; {kbd} is.",
                        "content/docs/page.md:7: the role {zzzzz} is not known and shows as it is written; "
                                + "a backslash before the brace says that it is none.",
                        "content/_part.md:6: the role {bgd} is not known and shows as it is written; {bdg} is.");
        assertThat(prose.now()).contains("then {kdb}<code>&lt;x&gt;</code>");
    }

    @Test
    void formula_thatIsNotUnderstoodShowsAsWrittenAndIsWarnedOf() {
        assertThat(prose.warnings("", "{math}`\\foo < 1`"))
                .containsExactly("content/docs/page.md:2: the formula \\foo < 1 has \\foo, which is not known, "
                        + "and shows as it is written.");
        assertThat(prose.now()).isEqualTo("<p><code class=\"math\">\\foo &lt; 1</code></p>");
    }

    @Test
    void role_inTitleAndHeadingCountsAsItsWords() {
        assertThat(prose.of("## Press {kbd}`Ctrl+C` {icon}`star`", "", ":::{note} {abbr}`A (Bee)`", ":::"))
                .contains("<h2 id=\"press-ctrl-c\">Press <kbd>Ctrl</kbd>+<kbd>C</kbd>")
                .contains("<p class=\"directive-title\"><abbr title=\"Bee\">A</abbr></p>");
    }
}
