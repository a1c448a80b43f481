package dev.bengal.site.markdown.box;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import java.util.Map;

/** {@code dropdown}: opens on a click. */
final class DropdownHtml implements DirectiveRenderer {
    @Override
    public boolean write(Directive directive, DirectivePen pen) {
        Map<String, String> attributes = DirectivePen.own(directive, "directive directive-dropdown");
        if (directive.isOn("open")) {
            attributes.put("open", "");
        }
        pen.html().line();
        pen.html().tag("details", attributes);
        pen.html().line();
        pen.html().tag("summary", attributes("class", "directive-title"));
        pen.title(directive);
        pen.html().tag("/summary");
        pen.html().line();
        pen.paragraph("step-text", directive.options().getOrDefault("description", ""));
        pen.body(directive);
        pen.close("details");
        return true;
    }
}
