package dev.bengal.site.markdown;

import org.commonmark.node.CustomNode;

/** {@code $$a+b$$}: a formula on lines of its own in the middle of a sentence. */
final class DisplayFormula extends CustomNode implements Worded {
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
