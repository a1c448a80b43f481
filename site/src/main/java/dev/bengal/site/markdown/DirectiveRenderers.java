package dev.bengal.site.markdown;

import dev.bengal.site.markdown.box.BoxRenderers;
import dev.bengal.site.markdown.code.CodeTabsHtml;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import dev.bengal.site.markdown.glossary.GlossaryHtml;
import dev.bengal.site.markdown.media.MediaRenderers;
import dev.bengal.site.markdown.navigation.NavigationHtml;
import dev.bengal.site.markdown.table.DataTableHtml;
import dev.bengal.site.markdown.table.DataTables;
import dev.bengal.site.markdown.table.ListTableHtml;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The directives that are more than a box, by name. */
final class DirectiveRenderers {
    private static final Map<String, DirectiveRenderer> BY_NAME = byName();

    private DirectiveRenderers() {}

    private static Map<String, DirectiveRenderer> byName() {
        Map<String, DirectiveRenderer> renderers = new HashMap<>(BoxRenderers.byName());
        renderers.putAll(MediaRenderers.byName());
        renderers.put("code-tabs", new CodeTabsHtml());
        renderers.put("glossary", new GlossaryHtml());
        renderers.put("list-table", new ListTableHtml());
        renderers.put(DataTables.NAME, new DataTableHtml());
        renderers.put(Directive.EXCERPT_BREAK, (directive, pen) -> true);
        for (NavigationHtml navigation : NavigationHtml.values()) {
            renderers.put(navigation.directive(), navigation);
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
