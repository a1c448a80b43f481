package dev.bengal.site.markdown.box;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;

/** {@code example-label}: a line above an example, smaller than a heading and not in the table of contents. It has a title. */
final class ExampleLabelHtml implements DirectiveRenderer {
    @Override
    public boolean write(Directive directive, DirectivePen pen) {
        pen.html().line();
        pen.html().tag("p", DirectivePen.own(directive, "example-label"));
        pen.title(directive);
        pen.close("p");
        pen.body(directive);
        return true;
    }
}
