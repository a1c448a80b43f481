package dev.bengal.site.markdown.box;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import dev.bengal.site.markdown.tree.Children;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/** {@code checklist}: what is to be done, and how much of it is. */
public final class ChecklistHtml implements DirectiveRenderer {
    public static final Set<String> STYLES = Set.of("default", "numbered", "minimal");

    @Override
    public boolean write(Directive directive, DirectivePen pen) {
        pen.open("div", DirectivePen.own(directive, "directive directive-checklist" + style(directive)));
        pen.html().tag("p", attributes("class", "directive-title"));
        pen.title(directive);
        pen.close("p");
        if (directive.isOn("show-progress")) {
            progress(markers(directive), pen);
        }
        pen.body(directive);
        pen.close("div");
        return true;
    }

    private static String style(Directive directive) {
        String style = directive.options().getOrDefault("style", "default");
        return (STYLES.contains(style) && !style.equals("default") ? " checklist-" + style : "")
                + (directive.isOn("compact") ? " checklist-compact" : "");
    }

    private static List<TaskListItemMarker> markers(Directive directive) {
        return Children.of(directive)
                .filter(ListBlock.class::isInstance)
                .flatMap(Children::of)
                .flatMap(item -> Stream.<Node>ofNullable(item.getFirstChild()))
                .filter(TaskListItemMarker.class::isInstance)
                .map(TaskListItemMarker.class::cast)
                .toList();
    }

    private static void progress(List<TaskListItemMarker> markers, DirectivePen pen) {
        if (markers.isEmpty()) {
            return;
        }
        String all = String.valueOf(markers.size());
        String done = String.valueOf(
                markers.stream().filter(TaskListItemMarker::isChecked).count());
        pen.html().tag("p", attributes("class", "checklist-progress"));
        pen.html().tag("progress", attributes("max", all, "value", done, "aria-label", "Done"));
        pen.html().tag("/progress");
        pen.html().text(" " + done + " of " + all);
        pen.close("p");
    }
}
