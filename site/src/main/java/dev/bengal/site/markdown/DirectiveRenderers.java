package dev.bengal.site.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The directives that are more than a box, by name. */
final class DirectiveRenderers {
    private static final Map<String, DirectiveRenderer> BY_NAME = byName();

    private DirectiveRenderers() {}

    private static Map<String, DirectiveRenderer> byName() {
        Map<String, DirectiveRenderer> renderers = new HashMap<>();
        renderers.put("card", new CardHtml());
        renderers.put("changed", new VersionHtml("Changed in "));
        renderers.put("checklist", new ChecklistHtml());
        renderers.put("code-tabs", new CodeTabsHtml());
        renderers.put("deprecated", new VersionHtml("Deprecated since "));
        renderers.put("dropdown", new DropdownHtml());
        renderers.put("example-label", new ExampleLabelHtml());
        renderers.put("glossary", new GlossaryHtml());
        renderers.put("list-table", new ListTableHtml());
        renderers.put("since", new VersionHtml("Since "));
        renderers.put("steps", new StepsHtml());
        renderers.put("tab-set", new TabsHtml());
        renderers.put("tabs", new TabsHtml());
        renderers.put("target", new TargetHtml());
        renderers.put("figure", new FigureHtml());
        renderers.put("video", new PlayerHtml(MediaKind.VIDEO));
        renderers.put("audio", new PlayerHtml(MediaKind.AUDIO));
        for (SmallHtml small : SmallHtml.values()) {
            renderers.put(small.name().toLowerCase(Locale.ROOT), small);
        }
        renderers.put(DataTables.NAME, new DataTableHtml());
        renderers.put(Directive.EXCERPT_BREAK, (directive, pen) -> true);
        for (NavigationHtml navigation : NavigationHtml.values()) {
            renderers.put(navigation.directive(), navigation);
        }
        for (MediaHost host : MediaHost.values()) {
            renderers.put(host.directive(), new EmbedHtml(host));
        }
        return Map.copyOf(renderers);
    }

    /** That of a name; a box for a name without one. */
    static DirectiveRenderer of(String name) {
        return BY_NAME.getOrDefault(name, (directive, pen) -> false);
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }
}
