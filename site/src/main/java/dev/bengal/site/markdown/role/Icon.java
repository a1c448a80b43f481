package dev.bengal.site.markdown.role;

import org.commonmark.node.CustomNode;

/** The role {@code {icon}`name`}. */
public final class Icon extends CustomNode {
    private final String name;

    /** The text between the backticks: a name, then perhaps a size and classes, each after a colon. */
    Icon(String text) {
        int colon = text.indexOf(':');
        this.name = colon < 0 ? text : text.substring(0, colon);
    }

    /** Which icon it is. */
    public String name() {
        return name;
    }
}
