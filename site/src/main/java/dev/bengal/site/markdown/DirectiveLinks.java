package dev.bengal.site.markdown;

import java.util.Optional;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Makes the links of the directives that lead to other pages. */
final class DirectiveLinks {
    private final PageLinks links;

    DirectiveLinks(PageLinks links) {
        this.links = links;
    }

    void resolve(Directive directive) {
        switch (directive.name()) {
            case "card" -> card(directive);
            case "child-cards" -> childCards(directive);
            case "button" -> button(directive);
            default -> {}
        }
    }

    private void card(Directive card) {
        String target = card.options().getOrDefault("link", "");
        if (target.isEmpty() || (card.title() != null && hasLink(card.title()))) {
            return;
        }
        Link link = new Link(href(target), null);
        Directive.Title title = card.title();
        if (title == null) {
            title = new Directive.Title();
            title.appendChild(new Text(target));
            card.prependChild(title);
        }
        TreePass.moveChildren(title, link);
        title.appendChild(link);
    }

    private void childCards(Directive directive) {
        String include = directive.options().getOrDefault("include", "all");
        String fields = directive.options().getOrDefault("fields", "description");
        directive.appendChild(new ChildCards(links.children().stream()
                .filter(node -> switch (include) {
                    case "pages" -> !node.isSection();
                    case "sections" -> node.isSection();
                    default -> true;
                })
                .map(node -> new ChildCards.Card(
                        links.href(node),
                        node.headline().title(),
                        fields.contains("description") ? node.headline().description() : ""))
                .toList()));
    }

    /** The title is where it leads, the first paragraph is what it says. */
    private void button(Directive button) {
        Directive.Title title = button.title();
        if (title == null || !(title.getNext() instanceof Paragraph words) || hasLink(words)) {
            return;
        }
        Link link = new Link(href(PlainText.of(title)), null);
        TreePass.moveChildren(words, link);
        words.appendChild(link);
        title.unlink();
    }

    /** As in a link of the text, or else as in a wikilink. */
    private String href(String target) {
        String href = links.href(target);
        Optional<dev.bengal.site.content.Node> page = href.equals(target) ? links.wiki(target) : Optional.empty();
        return page.map(links::href).orElse(href);
    }

    private static boolean hasLink(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Link || hasLink(child)) {
                return true;
            }
        }
        return false;
    }
}
