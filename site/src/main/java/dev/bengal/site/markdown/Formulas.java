package dev.bengal.site.markdown;

import dev.bengal.site.math.Formula;
import org.commonmark.node.Paragraph;

/** Brings the formulas of one page into their places, and remarks on those that are not understood. */
final class Formulas {
    private final Remarks remarks;

    Formulas(Remarks remarks) {
        this.remarks = remarks;
    }

    /** Looks at one in the language of TeX, as it is written in the text. */
    void check(String tex, String written) {
        Formula.of(tex)
                .fault()
                .ifPresent(fault -> remarks.say(written + " has " + fault + ", and shows as it is written"));
    }

    void look(DisplayFormula formula) {
        check(formula.tex(), "the formula " + shortened(formula.tex()));
    }

    /** A paragraph of nothing but one formula is that formula. */
    static void lift(Paragraph around) {
        if (around.getFirstChild() instanceof DisplayFormula formula && formula.getNext() == null) {
            around.insertBefore(new FormulaBlock(formula.tex()));
            around.unlink();
        }
    }

    void look(FormulaBlock block) {
        if (block.isClosed()) {
            check(block.tex(), "the formula " + shortened(block.tex()));
        } else {
            remarks.say("a formula begins with $$ and does not end with such a line before the next empty one");
        }
    }

    static String shortened(String tex) {
        return PlainText.shorten(tex.replace('\n', ' ').strip(), 40);
    }
}
