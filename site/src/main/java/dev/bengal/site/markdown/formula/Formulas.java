package dev.bengal.site.markdown.formula;

import dev.bengal.site.markdown.role.Role;
import dev.bengal.site.markdown.tree.PlainText;
import dev.bengal.site.markdown.tree.Remarks;
import dev.bengal.site.math.Formula;
import org.commonmark.node.Paragraph;

/** Brings the formulas of one page into their places, and remarks on those that are not understood. */
public final class Formulas {
    /** The name of the role that a formula between single dollars is, too. */
    public static final String ROLE = "math";

    private final Remarks remarks;

    public Formulas(Remarks remarks) {
        this.remarks = remarks;
    }

    /** Looks at a formula that is a role. */
    public void look(Role role) {
        check(role.text());
    }

    /** Looks at one in the middle of a sentence. */
    public void look(DisplayFormula formula) {
        check(formula.tex());
    }

    /** A paragraph of nothing but one formula is that formula. */
    public static void lift(Paragraph around) {
        if (around.getFirstChild() instanceof DisplayFormula formula && formula.getNext() == null) {
            around.insertBefore(new FormulaBlock(formula.tex()));
            around.unlink();
        }
    }

    /** Looks at one between two lines. */
    public void look(FormulaBlock block) {
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
