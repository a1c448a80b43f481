package dev.bengal.site.markdown.box;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import java.util.regex.Pattern;

/** {@code target}: a place that links can name. */
final class TargetHtml implements DirectiveRenderer {
    private static final Pattern NAME = Pattern.compile("[\\w.:-]+");

    @Override
    public boolean write(Directive target, DirectivePen pen) {
        String id = target.words();
        if (!NAME.matcher(id).matches()) {
            return false;
        }
        pen.html().line();
        pen.html().tag("a", attributes("class", "target", "id", id));
        pen.html().tag("/a");
        pen.html().line();
        pen.body(target);
        return true;
    }
}
