package dev.bengal.site.markdown;

import static dev.bengal.site.markdown.DirectivePen.attributes;

import org.commonmark.renderer.html.HtmlWriter;

/** What lies in the page's folder, as a list of links; nothing where nothing does. */
final class ChildCardsHtml {
    private ChildCardsHtml() {}

    static void write(ChildCards children, DirectivePen pen) {
        if (children.cards().isEmpty()) {
            return;
        }
        pen.open("ul", "class", "cards");
        children.cards().forEach(card -> card(card, pen));
        pen.close("ul");
    }

    private static void card(ChildCards.Card card, DirectivePen pen) {
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
