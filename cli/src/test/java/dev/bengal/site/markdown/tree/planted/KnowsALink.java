package dev.bengal.site.markdown.tree.planted;

import dev.bengal.site.markdown.link.ScriptAddress;

/** Planted: the room that links stand on looks at one. */
public final class KnowsALink {
    private KnowsALink() {}

    /** Breaks the rule. */
    public static boolean isScript(String address) {
        return ScriptAddress.isScript(address);
    }
}
