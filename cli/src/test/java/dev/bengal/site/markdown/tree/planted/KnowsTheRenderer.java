package dev.bengal.site.markdown.tree.planted;

import dev.bengal.site.markdown.MarkdownRenderer;

/** Planted: a room below the renderer knows it. */
public final class KnowsTheRenderer {
    private KnowsTheRenderer() {}

    /** Breaks the rule. */
    public static String name() {
        return MarkdownRenderer.class.getSimpleName();
    }
}
