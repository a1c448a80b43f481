package dev.bengal.site.markdown.link;

import dev.bengal.site.markdown.tree.Worded;
import org.commonmark.node.CustomNode;
import org.jspecify.annotations.Nullable;

/** {@code [[target|label]]}, before it is resolved. */
public final class WikiLink extends CustomNode implements Worded {
    private final String target;
    private final @Nullable String label;

    /** With what stands before the bar and behind it; without a bar there is no label. */
    public WikiLink(String target, @Nullable String label) {
        this.target = target;
        this.label = label;
    }

    /** A page, a heading of one, or a name with a mark in front. */
    public String target() {
        return target;
    }

    @Nullable
    String label() {
        return label;
    }

    @Override
    public String words() {
        return label == null ? target : label;
    }
}
