package dev.bengal.site.markdown.media;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import dev.bengal.site.markdown.directive.Measure;
import dev.bengal.site.markdown.tree.Children;
import java.util.Map;

/** {@code figure}: a picture with what is said below it, by an option or by the body. */
final class FigureHtml implements DirectiveRenderer {
    @Override
    public boolean write(Directive figure, DirectivePen pen) {
        if (figure.address().isEmpty()) {
            return false;
        }
        Map<String, String> options = figure.options();
        String align = options.getOrDefault("align", "");
        String classes = "figure" + (MediaKind.ALIGNMENTS.contains(align) ? " figure-" + align : "");
        pen.open("figure", DirectivePen.own(figure, classes));
        String link = options.getOrDefault("link", "");
        if (!link.isEmpty()) {
            pen.html().tag("a", link(link, options.getOrDefault("target", "")));
        }
        picture(figure, pen);
        if (!link.isEmpty()) {
            pen.html().tag("/a");
        }
        caption(figure, pen);
        pen.close("figure");
        return true;
    }

    private static Map<String, String> link(String link, String target) {
        return target.equals("_blank")
                ? attributes("href", link, "target", "_blank", "rel", "noopener")
                : attributes("href", link);
    }

    private static void picture(Directive figure, DirectivePen pen) {
        Map<String, String> options = figure.options();
        Map<String, String> attributes = attributes(
                "src",
                figure.address(),
                "alt",
                options.getOrDefault("alt", ""),
                "loading",
                options.getOrDefault("loading", "").equals("eager") ? "eager" : "lazy");
        String style = Measure.style(options);
        if (!style.isEmpty()) {
            attributes.put("style", style);
        }
        pen.html().tag("img", attributes, true);
    }

    private static void caption(Directive figure, DirectivePen pen) {
        String caption = figure.options().getOrDefault("caption", "");
        boolean hasBody = Children.of(figure).anyMatch(child -> !(child instanceof Directive.Title));
        if (!caption.isEmpty() || hasBody) {
            pen.html().line();
            pen.html().tag("figcaption");
            pen.html().text(caption);
            pen.body(figure);
            pen.html().tag("/figcaption");
        }
    }
}
