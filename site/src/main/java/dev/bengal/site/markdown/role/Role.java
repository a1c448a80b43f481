package dev.bengal.site.markdown.role;

import dev.bengal.site.markdown.tree.Worded;
import org.commonmark.node.CustomNode;

/** {@code {name}`text`}: a piece of a sentence that is more than words. */
public final class Role extends CustomNode implements Worded {
    private final String name;
    private final String text;

    /** With a name and what stands between the backticks. */
    public Role(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public String name() {
        return name;
    }

    /** What stands between the backticks, as it is written. */
    public String text() {
        return text;
    }

    @Override
    public String words() {
        return RoleWriters.words(this);
    }
}
