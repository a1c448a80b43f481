package dev.bengal.site.markdown.box;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** The version in a sentence: a badge where there is no more to say, a box with that title where there is. */
final class VersionHtml implements DirectiveRenderer {
    private final String words;

    /** With the words before the version. */
    VersionHtml(String words) {
        this.words = words;
    }

    @Override
    public boolean write(Directive directive, DirectivePen pen) {
        Directive.Title title = directive.title();
        if (title == null) {
            return false;
        }
        pen.html().line();
        if (title.getNext() == null) {
            badge(directive, title, pen);
        } else {
            box(directive, title, pen);
        }
        return true;
    }

    private void badge(Directive directive, Directive.Title title, DirectivePen pen) {
        HtmlWriter html = pen.html();
        html.tag("p", attributes("class", "version"));
        html.tag("span", DirectivePen.own(directive, "badge directive-" + directive.name()));
        html.text(words);
        pen.render(title);
        html.tag("/span");
        pen.close("p");
    }

    private void box(Directive directive, Directive.Title title, DirectivePen pen) {
        HtmlWriter html = pen.html();
        html.tag("div", DirectivePen.own(directive, "directive directive-" + directive.name()));
        html.line();
        html.tag("p", attributes("class", "directive-title"));
        html.text(words);
        pen.render(title);
        pen.close("p");
        pen.body(directive);
        pen.close("div");
    }
}
