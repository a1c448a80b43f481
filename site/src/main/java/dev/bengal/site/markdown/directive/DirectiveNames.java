package dev.bengal.site.markdown.directive;

import java.util.Map;
import java.util.Set;

/** Other names of directives, as other generators and older texts have them. */
public final class DirectiveNames {
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("anchor", "target"),
            Map.entry("bdg", "badge"),
            Map.entry("code_tabs", "code-tabs"),
            Map.entry("details", "dropdown"),
            Map.entry("div", "container"),
            Map.entry("grid", "cards"),
            Map.entry("grid-item-card", "card"),
            Map.entry("svg-icon", "icon"),
            Map.entry("versionadded", "since"),
            Map.entry("versionchanged", "changed"),
            Map.entry("versionremoved", "deprecated"));

    private DirectiveNames() {}

    /** The name by which a directive is known here. */
    static String usual(String name) {
        return OTHERS.getOrDefault(name, name);
    }

    /** The names that are not the usual ones. */
    public static Set<String> others() {
        return OTHERS.keySet();
    }
}
