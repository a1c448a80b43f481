package dev.bengal.site.markdown;

import dev.bengal.site.math.Formula;
import org.commonmark.node.Paragraph;

/** Brings the formulas of one page into their places, and remarks on those that are not understood. */
final class Formulas {
    /** The name of the role that a formula between single dollars is, too. */
    static final String ROLE = "math";

    private final Remarks remarks;

    Formulas(Remarks remarks) {
        this.remarks = remarks;
    }

    void look(Role role) {
        check(role.text());
    }

    void look(DisplayFormula formula) {
        check(formula.tex());
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
            check(block.tex());
        } else {
            remarks.say("a formula begins with $$ and does not end with such a line before the next empty one");
        }
    }

    private void check(String tex) {
        Formula.of(tex)
                .fault()
                .ifPresent(fault -> remarks.say("the formula "
                        + PlainText.shorten(tex.replace('\n', ' ').strip(), 40) + " has " + fault
                        + ", and shows as it is written"));
    }
}
