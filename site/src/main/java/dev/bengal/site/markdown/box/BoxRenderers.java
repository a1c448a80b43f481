package dev.bengal.site.markdown.box;

import dev.bengal.site.markdown.directive.DirectiveRenderer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The boxes that have a form of their own, and the small things beside them, by the names of their directives. */
public final class BoxRenderers {
    private BoxRenderers() {}

    /** All of them. */
    public static Map<String, DirectiveRenderer> byName() {
        Map<String, DirectiveRenderer> renderers = new HashMap<>();
        renderers.put("card", new CardHtml());
        renderers.put("changed", new VersionHtml("Changed in "));
        renderers.put("checklist", new ChecklistHtml());
        renderers.put("deprecated", new VersionHtml("Deprecated since "));
        renderers.put("dropdown", new DropdownHtml());
        renderers.put("example-label", new ExampleLabelHtml());
        renderers.put("since", new VersionHtml("Since "));
        renderers.put("steps", new StepsHtml());
        renderers.put("tab-set", new TabsHtml());
        renderers.put("tabs", new TabsHtml());
        renderers.put("target", new TargetHtml());
        for (SmallHtml small : SmallHtml.values()) {
            renderers.put(small.name().toLowerCase(Locale.ROOT), small);
        }
        return renderers;
    }
}
