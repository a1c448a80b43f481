package dev.bengal.site.markdown;

import java.util.Map;
import java.util.Set;

/** The directives that are more than a box, by name. */
final class DirectiveRenderers {
    private static final Map<String, DirectiveRenderer> BY_NAME = Map.ofEntries(
            Map.entry("dropdown", new DropdownHtml()),
            Map.entry("tab-set", new TabsHtml()),
            Map.entry("tabs", new TabsHtml()),
            Map.entry("code-tabs", new CodeTabsHtml()),
            Map.entry("target", new TargetHtml()),
            Map.entry("since", new VersionHtml("Since ")),
            Map.entry("changed", new VersionHtml("Changed in ")),
            Map.entry("deprecated", new VersionHtml("Deprecated since ")),
            Map.entry("steps", new StepsHtml()));

    private DirectiveRenderers() {}

    /** That of a name; a box for a name without one. */
    static DirectiveRenderer of(String name) {
        return BY_NAME.getOrDefault(name, (directive, pen) -> false);
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }
}
