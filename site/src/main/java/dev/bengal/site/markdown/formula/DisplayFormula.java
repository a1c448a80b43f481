package dev.bengal.site.markdown.formula;

import dev.bengal.site.markdown.tree.Worded;
import org.commonmark.node.CustomNode;

/** {@code $$a+b$$}: a formula on lines of its own in the middle of a sentence. */
public final class DisplayFormula extends CustomNode implements Worded {
    private final String tex;

    DisplayFormula(String tex) {
        this.tex = tex;
    }

    String tex() {
        return tex;
    }

    @Override
    public String words() {
        return tex;
    }
}
