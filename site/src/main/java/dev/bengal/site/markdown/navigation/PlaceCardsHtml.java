package dev.bengal.site.markdown.navigation;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.DirectivePen;
import org.commonmark.renderer.html.HtmlWriter;

/** Places as a grid of links; nothing where there are none. */
public final class PlaceCardsHtml {
    private PlaceCardsHtml() {}

    /** Writes the cards of a list. */
    public static void write(PlaceList children, DirectivePen pen) {
        if (children.places().isEmpty()) {
            return;
        }
        pen.open("ul", "class", "cards");
        children.places().forEach(card -> card(card, pen));
        pen.close("ul");
    }

    private static void card(PlaceList.Place card, DirectivePen pen) {
        HtmlWriter html = pen.html();
        html.tag("li");
        html.tag("a", attributes("href", card.href()));
        pen.span("card-title", card.title());
        if (!card.text().isEmpty()) {
            pen.span("card-text", card.text());
        }
        html.tag("/a");
        html.tag("/li");
        html.line();
    }
}
