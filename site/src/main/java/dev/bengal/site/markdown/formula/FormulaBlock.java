package dev.bengal.site.markdown.formula;

import org.commonmark.node.CustomBlock;

/** A formula between two lines {@code $$}. */
public final class FormulaBlock extends CustomBlock {
    private String tex;
    private boolean closed;

    /** With nothing in it yet. */
    FormulaBlock() {
        this.tex = "";
    }

    /** A whole one. */
    FormulaBlock(String tex) {
        this.tex = tex;
        this.closed = true;
    }

    String tex() {
        return tex;
    }

    void fill(String lines) {
        tex = lines;
    }

    /** Whether it has a last line, and so is a formula. */
    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }
}
