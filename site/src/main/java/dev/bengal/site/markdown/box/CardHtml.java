package dev.bengal.site.markdown.box;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;

/** {@code card}: a box in a grid, which leads somewhere where its title is a link. */
final class CardHtml implements DirectiveRenderer {
    @Override
    public boolean write(Directive card, DirectivePen pen) {
        pen.open("div", DirectivePen.own(card, "directive directive-card"));
        String image = card.options().getOrDefault("image", "");
        if (!image.isEmpty()) {
            pen.html().tag("img", attributes("class", "card-image", "src", image, "alt", "", "loading", "lazy"), true);
            pen.html().line();
        }
        pen.heading(card);
        pen.paragraph("card-text", card.options().getOrDefault("description", ""));
        pen.body(card);
        pen.paragraph("card-foot", card.options().getOrDefault("footer", ""));
        String badge = card.options().getOrDefault("badge", "");
        if (!badge.isEmpty()) {
            pen.html().tag("p", attributes("class", "card-badge"));
            pen.span("badge", badge);
            pen.close("p");
        }
        pen.close("div");
        return true;
    }
}
