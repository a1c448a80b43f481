package dev.bengal.site.markdown.navigation;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.link.PageLinks;
import dev.bengal.site.markdown.link.ScriptAddress;
import dev.bengal.site.markdown.link.WrittenLinks;
import dev.bengal.site.markdown.tree.Children;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Makes the links of the directives that lead to other pages. */
public final class DirectiveLinks {
    /** What {@code child-cards} may be asked to include. */
    public static final Set<String> CHILDREN = Set.of("all", "pages", "sections");

    private final PageLinks links;
    private final WrittenLinks written;
    private boolean showsChildren;

    public DirectiveLinks(PageLinks links, WrittenLinks written) {
        this.links = links;
        this.written = written;
    }

    /** Makes those of one directive; others than its kinds stay as they are. */
    public void resolve(Directive directive) {
        switch (directive.name()) {
            case "card" -> card(directive);
            case "child-cards" -> childCards(directive);
            case "button" -> button(directive);
            case "example-label" -> label(directive);
            case "figure", "video", "audio" -> media(directive);
            default -> {}
        }
    }

    private void card(Directive card) {
        card.options().computeIfPresent("image", (option, path) -> safe(path, true));
        String target = card.options().getOrDefault("link", "");
        if (target.isEmpty() || (card.title() != null && hasLink(card.title()))) {
            return;
        }
        Directive.Title title = card.title();
        if (title == null) {
            title = new Directive.Title();
            title.appendChild(new Text(target));
            card.prependChild(title);
        }
        link(title, target);
    }

    /** Whether some cards have shown all that lies in the page's folder. */
    public boolean showsChildren() {
        return showsChildren;
    }

    private void childCards(Directive directive) {
        String include = directive.options().getOrDefault("include", "all");
        String fields = directive.options().getOrDefault("fields", "description");
        List<PlaceList.Place> places = links.children().stream()
                .filter(node -> switch (include) {
                    case "pages" -> !node.isSection();
                    case "sections" -> node.isSection();
                    default -> true;
                })
                .map(node -> new PlaceList.Place(
                        links.href(node),
                        node.headline().title(),
                        fields.contains("description") ? node.headline().description() : ""))
                .toList();
        showsChildren |= places.size() == links.children().size();
        directive.appendChild(new PlaceList(places));
    }

    /** With an option {@code link} the title is what it says; without, that is the first paragraph, and the title leads there. */
    private void button(Directive button) {
        Directive.Title title = button.title();
        String target = button.options().getOrDefault("link", "");
        if (title != null && !target.isEmpty() && !hasLink(title)) {
            Paragraph words = new Paragraph();
            Children.move(title, words);
            title.insertBefore(words);
            link(words, target);
            title.unlink();
        } else if (title != null && target.isEmpty() && title.getNext() instanceof Paragraph words && !hasLink(words)) {
            link(words, button.words());
            title.unlink();
        }
    }

    /** Makes words lead somewhere, or leaves them where that would run a script. */
    private void link(Node words, String target) {
        if (ScriptAddress.isScript(target)) {
            written.refuse(target);
            return;
        }
        Link link = new Link(href(target), null);
        Children.move(words, link);
        words.appendChild(link);
    }

    private void media(Directive directive) {
        boolean picture = directive.name().equals("figure");
        directive.leadTo(safe(directive.words(), picture));
        directive.options().computeIfPresent("poster", (option, path) -> safe(path, true));
        directive.options().computeIfPresent("link", (option, path) -> safe(path, false));
    }

    /** The address of a file, or none where that would run a script. */
    private String safe(String target, boolean picture) {
        if (picture ? ScriptAddress.isScriptOfPicture(target) : ScriptAddress.isScript(target)) {
            written.refuse(target);
            return "";
        }
        return target.isEmpty() ? "" : href(target);
    }

    private static void label(Directive label) {
        if (label.title() == null) {
            Directive.Title title = new Directive.Title();
            title.appendChild(new Text("Example"));
            label.prependChild(title);
        }
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
