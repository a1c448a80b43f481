package dev.bengal.site.markdown.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.markdown.RenderedProse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DollarFormulaTest {
    private static final String X = "<math><semantics><mrow><mi>x</mi></mrow>"
            + "<annotation encoding=\"application/x-tex\">x</annotation></semantics></math>";
    private static final String X_BLOCK = X.replace("<math>", "<math display=\"block\">");
    private static final String BOX_START =
            "<div class=\"formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">";

    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
    }

    @Test
    void dollars_aroundAFormulaInASentence() {
        assertThat(prose.of("So $x$, ($x$) and *$x$*.")).isEqualTo("<p>So X, (X) and <em>X</em>.</p>".replace("X", X));
        assertThat(prose.of("$a_1 b_2 * c * d$")).contains("<msub>").doesNotContain("<em>");
        assertThat(prose.of("$a", "b$")).contains("<annotation encoding=\"application/x-tex\">a\nb</annotation>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$5 and $6",
                "$5, $6 or 7 each",
                "from $5 to 6 $ a piece",
                "$5-$6, $5 (or $6)",
                "US$5 and CA$6",
                "5$ or 6$",
                "$HOME/$USER and $PATH",
                "a $ b $ c",
                "$x `a$b`",
                "$ x$ and $x $",
                "$$$x$$$",
                "$$ $$",
                "one $",
                "x$y$z",
                "\\$x\\$"
            })
    void dollars_ofPricesAndVariablesStayWhatTheyAre(String text) {
        String words = text.replace("\\$", "$").replace("`a$b`", "<code>a$b</code>");

        assertThat(prose.of("Costs " + text)).isEqualTo("<p>Costs " + words + "</p>");
    }

    @Test
    void dollar_behindABackslashEndsNoFormula() {
        assertThat(prose.of("$\\text{\\$5} x$")).contains("\\text{\\$5} x</annotation>");
    }

    @Test
    void twoDollars_areAFormulaOnLinesOfItsOwn() {
        assertThat(prose.of("$$x$$")).isEqualTo(BOX_START + X_BLOCK + "</div>");
        assertThat(prose.of("$$", "x", "$$")).isEqualTo(BOX_START + X_BLOCK + "</div>");
        assertThat(prose.of("So $$ x $$ here")).isEqualTo("<p>So " + X_BLOCK + " here</p>");
        assertThat(prose.of("So", "$$", "x", "$$", "here"))
                .isEqualTo("<p>So</p>\n" + BOX_START + X_BLOCK + "</div>\n<p>here</p>");
        assertThat(prose.of("> - $$", ">   x", ">   $$")).contains(BOX_START + X_BLOCK + "</div>\n</li>");
    }

    @Test
    void formula_ofSeveralLinesMayLookLikeMarkdown() {
        assertThat(prose.of("$$", "a", "= b", "- c", "> 0_x c_y", "$$"))
                .startsWith(BOX_START)
                .contains(">a\n= b\n- c\n&gt; 0_x c_y</annotation>")
                .doesNotContain("<h1", "<li", "<blockquote", "<em");
        assertThat(prose.of("$$\\begin{matrix}", "a & b", "\\end{matrix}", "$$", "", "after"))
                .startsWith(BOX_START)
                .endsWith("</div>\n<p>after</p>");
    }

    @Test
    void formula_thatDoesNotEndIsTextAndWarnedOf() {
        assertThat(prose.warnings("first", "", "$$", "a < b", "", "*after*"))
                .containsExactly("content/docs/page.md:3: a formula begins with $$ and does not end with such a line "
                        + "before the next empty one.");
        assertThat(prose.now()).isEqualTo("<p>first</p>\n<p>$$\na &lt; b</p>\n<p><em>after</em></p>");
    }

    @Test
    void formula_thatIsNotUnderstoodIsCodeAndWarnedOfWithLine() {
        assertThat(prose.warnings("x", "", "so $\\foo$", "", "and $$\\bar{$$ there", "", "$$", "\\baz", "$$"))
                .containsExactly(
                        "content/docs/page.md:3: the formula \\foo has \\foo, which is not known, and shows as it is written.",
                        "content/docs/page.md:5: the formula \\bar{ has a { without its }, and shows as it is written.",
                        "content/docs/page.md:7: the formula \\baz has \\baz, which is not known, and shows as it is written.");
        assertThat(prose.now())
                .contains("<p>so <code class=\"math\">\\foo</code></p>")
                .contains("<p>and <code class=\"math\">\\bar{</code> there</p>")
                .contains("<pre tabindex=\"0\"><code class=\"math\">\\baz</code></pre>");
    }

    @Test
    void dollars_meanNothingWithoutMath() {
        prose.site().put("bengal.toml", "[markup]", "math = false");

        assertThat(prose.of("$x$ and $$x$$", "", "$$", "x", "$$")).isEqualTo("<p>$x$ and $$x$$</p>\n<p>$$\nx\n$$</p>");
        assertThat(prose.of("{math}`x`")).isEqualTo("<p>" + X + "</p>");
    }

    @Test
    void heading_withAFormulaIsNamedByIt() {
        assertThat(prose.of("words", "", "## The $x$ axis")).contains("<h2 id=\"the-x-axis\">The " + X + " axis");
    }
}
