package dev.bengal.site.markdown.code;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.box.TabButton;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import dev.bengal.site.markdown.tree.Children;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/** {@code code-tabs}: each fence in it is a tab, named by its title or else by its language. */
public final class CodeTabsHtml implements DirectiveRenderer {
    @Override
    public boolean write(Directive tabs, DirectivePen pen) {
        if (Children.of(tabs).allMatch(child -> label(child).isEmpty())) {
            return false;
        }
        String group = pen.nextGroup();
        int number = 0;
        pen.open("div", DirectivePen.own(tabs, "tabs"));
        for (Node child : Children.of(tabs).toList()) {
            if (label(child).isEmpty()) {
                pen.between(child);
            } else {
                tab(child, new TabButton(group, ++number, number == 1), pen);
            }
        }
        pen.close("div");
        return true;
    }

    private static void tab(Node code, TabButton button, DirectivePen pen) {
        button.write(pen, () -> pen.html().text(label(code)));
        pen.html().tag("div", attributes("class", "tab-panel"));
        pen.render(code);
        pen.close("div");
    }

    /** Empty for what is no code. */
    private static String label(Node node) {
        String words;
        if (node instanceof MarkedCode code) {
            words = code.title().isEmpty() ? code.language() : code.title();
        } else if (node instanceof FencedCodeBlock fence) {
            words = fence.getInfo() == null ? "" : fence.getInfo().replaceFirst("\\s.*", "");
        } else {
            return "";
        }
        return words.isEmpty() ? "Code" : words;
    }
}
