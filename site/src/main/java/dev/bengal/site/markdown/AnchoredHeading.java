package dev.bengal.site.markdown;

import org.commonmark.node.CustomBlock;

/** A heading that links can name. */
final class AnchoredHeading extends CustomBlock {
    private final int level;
    private final String id;

    AnchoredHeading(int level, String id) {
        this.level = level;
        this.id = id;
    }

    int level() {
        return level;
    }

    String id() {
        return id;
    }
}
