package dev.bengal.site.markdown.box;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Node;

/** {@code tab-set}: its {@code tab-item}s, or {@code tab}s, of which one is shown. */
final class TabsHtml implements DirectiveRenderer {
    private static final Set<String> ITEMS = Set.of("tab-item", "tab");

    @Override
    public boolean write(Directive set, DirectivePen pen) {
        List<Directive> items = DirectivePen.named(set, ITEMS);
        if (items.isEmpty()) {
            return false;
        }
        Directive shown =
                items.stream().filter(item -> item.isOn("selected")).findFirst().orElse(items.get(0));
        String group = pen.nextGroup();
        int number = 0;
        pen.open("div", DirectivePen.own(set, "tabs"));
        for (Node child = set.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Directive item && ITEMS.contains(item.name())) {
                tab(item, new TabButton(group, ++number, item == shown), pen);
            } else {
                pen.between(child);
            }
        }
        pen.close("div");
        return true;
    }

    private static void tab(Directive item, TabButton button, DirectivePen pen) {
        button.write(pen, () -> pen.title(item));
        pen.open("div", DirectivePen.own(item, "tab-panel"));
        pen.body(item);
        pen.close("div");
    }
}
