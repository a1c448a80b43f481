package dev.bengal.site.markdown;

import org.commonmark.node.CustomNode;

/** {@code {name}`text`}: a piece of a sentence that is more than words. */
final class Role extends CustomNode implements Worded {
    private final String name;
    private final String text;

    Role(String name, String text) {
        this.name = name;
        this.text = text;
    }

    String name() {
        return name;
    }

    /** What stands between the backticks, as it is written. */
    String text() {
        return text;
    }

    @Override
    public String words() {
        return RoleWriters.words(this);
    }
}
