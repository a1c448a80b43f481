package dev.bengal.site.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "a+b@<mi>a</mi><mo>+</mo><mi>b</mi>",
                "3.14 x@<mn>3.14</mn><mi>x</mi>",
                "a - b < c@<mi>a</mi><mo>−</mo><mi>b</mi><mo>&lt;</mo><mi>c</mi>",
                "x_i^2@<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>",
                "f''(x)@<msup><mi>f</mi><mrow><mo>′′</mo></mrow></msup><mo>(</mo><mi>x</mi><mo>)</mo>",
                "\\frac{a}{b}@<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>",
                "\\frac12 x^23@<mfrac><mn>1</mn><mn>2</mn></mfrac><msup><mi>x</mi><mn>2</mn></msup><mn>3</mn>",
                "\\sqrt[3]{x}@<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>",
                "\\sum_{i=1}^n x@<munderover><mo movablelimits=\"true\">∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow>"
                        + "<mi>n</mi></munderover><mi>x</mi>",
                "\\alpha\\le\\infty@<mi>α</mi><mo>≤</mo><mi>∞</mi>",
                "\\mathbb{R}\\mathbf{x}@<mi mathvariant=\"normal\">ℝ</mi><mi>𝐱</mi>",
                "\\sin x@<mi>sin</mi><mi>x</mi>",
                "\\text{if & a}@<mtext>if\u00A0&amp;\u00A0a</mtext>",
                "\\hat x@<mover accent=\"true\"><mi>x</mi><mo>^</mo></mover>",
                "\\left( x \\right.@<mrow><mo stretchy=\"true\" form=\"prefix\">(</mo><mi>x</mi></mrow>",
                "\\begin{pmatrix} a & b \\\\ c \\end{pmatrix}@<mrow><mo stretchy=\"true\" form=\"prefix\">(</mo><mtable>"
                        + "<mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd></mtr>"
                        + "</mtable><mo stretchy=\"true\" form=\"postfix\">)</mo></mrow>",
                "\\{ a \\}@<mo>{</mo><mi>a</mi><mo>}</mo>",
            })
    void formula_isMathml(String tex, String rows) {
        Formula formula = Formula.of(tex);

        assertThat(formula.fault()).isEmpty();
        assertThat(formula.html())
                .startsWith("<math><semantics><mrow>" + rows + "</mrow><annotation encoding=\"application/x-tex\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "\\foo{x}@\\foo, which is not known",
                "{a@a { without its }",
                "a}@a } that ends nothing",
                "x^@nothing where something must stand",
                "x^a^b@two ^ behind one thing",
                "\\left( x@a beginning without its \\right",
                "\\begin{foo}x\\end{foo}@\\begin{foo}, which is not known",
                "\\begin{matrix}x\\end{cases}@\\begin{matrix} without its \\end",
                "\\text{a@a { without its }",
                "\\sqrt[3@nothing where something must stand",
            })
    void formula_thatIsNotUnderstoodIsCodeAndSaysWhy(String tex, String why) {
        assertThat(Formula.of(tex).fault()).contains(why);
        assertThat(Formula.of(tex).html()).isEqualTo("<code class=\"math\">" + Mathml.escape(tex) + "</code>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "\\hat", "\\frac", "x^", "\\sqrt[", "\\left(", "\\begin{matrix}", "\\text{", "a_1'"})
    void formula_repeatedEndlesslyNeitherHangsNorOverflows(String piece) {
        assertThat(Formula.of(piece.repeat(20_000)).html()).isNotEmpty();
    }

    @Test
    void formula_isEscapedEverywhere() {
        String html = Formula.of("\\text{<b>\"} < > & \"").html()
                + Formula.of("a < \"b\"").html();

        assertThat(html.replaceAll("</?(math|semantics|annotation|m[a-z]+|code)( [a-z]+=\"[a-z/-]*\")*>", ""))
                .doesNotContain("<", ">", "\"");
    }

    @Test
    void block_standsOnLinesOfItsOwn() {
        assertThat(Formula.ofBlock("x").html()).startsWith("<math display=\"block\">");
    }
}
