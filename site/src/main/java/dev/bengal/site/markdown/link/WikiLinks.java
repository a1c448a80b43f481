package dev.bengal.site.markdown.link;

import dev.bengal.site.markdown.tree.Remarks;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/**
 * Makes links of the wikilinks of one page; one that leads nowhere stays, and is remarked on. {@code [[!name]]} leads to a
 * {@code target} of the same page, which may come later, or else to that of another page.
 */
public final class WikiLinks {
    private static final String EXTERNAL = "ext:";
    /** In front of the name of a target. */
    public static final String TARGET = "!";

    private final PageLinks links;
    private final ExternalLinks external;
    private final Remarks remarks;
    private final Set<String> targets = new HashSet<>();
    private final Map<WikiLink, String> waiting = new LinkedHashMap<>();

    public WikiLinks(PageLinks links, ExternalLinks external, Remarks remarks) {
        this.links = links;
        this.external = external;
        this.remarks = remarks;
    }

    /** Puts a link in the place of one. */
    public void resolve(WikiLink wiki) {
        dropOuterBracket(wiki);
        resolveRole(wiki);
    }

    /** The same for one that was written in another way. */
    public void resolveRole(WikiLink wiki) {
        String target = wiki.target();
        String place = remarks.place();
        if (target.startsWith(TARGET)) {
            waiting.put(wiki, place);
        } else {
            Optional<Link> link =
                    target.startsWith(EXTERNAL) ? elsewhere(wiki, target.substring(EXTERNAL.length())) : onSite(wiki);
            replace(wiki, link, place);
        }
    }

    /** A place of the page that links can name. */
    public void target(String name) {
        targets.add(name);
    }

    /** Resolves those that waited for the page to end. */
    public void finish() {
        waiting.forEach((wiki, place) -> {
            String name = wiki.target().substring(TARGET.length());
            replace(
                    wiki,
                    targets.contains(name) ? Optional.of(link(wiki, "#" + name, name)) : onOtherPage(wiki, name),
                    place);
        });
    }

    private Optional<Link> onOtherPage(WikiLink wiki, String name) {
        return links.target(name)
                .map(node -> link(
                        wiki, links.href(node) + "#" + name, node.headline().title()));
    }

    private void replace(WikiLink wiki, Optional<Link> link, String place) {
        if (link.isEmpty()) {
            remarks.broken(wiki.target(), place);
            return;
        }
        wiki.insertBefore(link.get());
        wiki.unlink();
    }

    private static void dropOuterBracket(WikiLink wiki) {
        if (wiki.getPrevious() instanceof Text before && before.getLiteral().endsWith("[")) {
            before.setLiteral(
                    before.getLiteral().substring(0, before.getLiteral().length() - 1));
        }
    }

    private Optional<Link> onSite(WikiLink wiki) {
        String target = wiki.target();
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        String anchor = hash < 0 ? "" : target.substring(hash);
        Optional<dev.bengal.site.content.Node> node = path.isEmpty() ? Optional.empty() : links.wiki(path);
        if (node.isEmpty() && !(path.isEmpty() && anchor.length() > 1)) {
            return Optional.empty();
        }
        String words = node.map(found -> found.headline().title()).orElseGet(() -> anchor.substring(1));
        return Optional.of(link(wiki, node.map(links::href).orElse("") + anchor, words));
    }

    private Optional<Link> elsewhere(WikiLink wiki, String target) {
        return external.address(target).map(address -> link(wiki, address, ExternalLinks.words(target)));
    }

    private static Link link(WikiLink wiki, String address, String words) {
        String label = wiki.label();
        Link link = new Link(address, null);
        link.appendChild(new Text(label == null ? words : label));
        return link;
    }
}
