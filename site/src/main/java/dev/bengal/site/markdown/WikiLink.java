package dev.bengal.site.markdown;

import org.commonmark.node.CustomNode;
import org.jspecify.annotations.Nullable;

/** {@code [[target|label]]}, before it is resolved. */
final class WikiLink extends CustomNode implements Worded {
    private final String target;
    private final @Nullable String label;

    WikiLink(String target, @Nullable String label) {
        this.target = target;
        this.label = label;
    }

    String target() {
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
