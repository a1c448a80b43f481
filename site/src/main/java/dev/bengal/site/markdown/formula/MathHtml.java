package dev.bengal.site.markdown.formula;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.math.Formula;
import org.commonmark.renderer.html.HtmlWriter;

/** Formulas on lines of their own, which the browser draws without a script. */
public final class MathHtml {
    /** One on lines of its own within a paragraph, which code that is a block could not be in. */
    public static void write(DisplayFormula formula, HtmlWriter html) {
        Formula block = Formula.ofBlock(formula.tex());
        html.raw(
                block.fault().isEmpty()
                        ? block.html()
                        : Formula.of(formula.tex()).html());
    }

    /** One between two lines, or the text that it stays where it does not end. */
    public static void write(FormulaBlock block, HtmlWriter html) {
        html.line();
        if (block.isClosed()) {
            html.tag("div", attributes("class", "formula", "tabindex", "0", "role", "group", "aria-label", "Formula"));
            html.raw(Formula.ofBlock(block.tex()).html());
            html.tag("/div");
        } else {
            html.tag("p");
            html.text("$$\n" + block.tex());
            html.tag("/p");
        }
        html.line();
    }
}
