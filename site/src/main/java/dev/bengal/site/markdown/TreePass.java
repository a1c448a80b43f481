package dev.bengal.site.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** The one pass over the tree of a page: it resolves links, names headings, and makes icons of roles. */
final class TreePass {
    private static final String ICON = "{icon}";

    private final PageLinks links;
    private final DirectiveLinks directives;
    private final HeadingIds ids = new HeadingIds();
    private final List<Heading> headings = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> unclosed = new ArrayList<>();
    private int strayClosings;

    TreePass(PageLinks links) {
        this.links = links;
        this.directives = new DirectiveLinks(links);
    }

    List<Heading> headings() {
        return headings;
    }

    /** What the author should know. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!broken.isEmpty()) {
            remarks.add("%d of its wikilinks lead%s nowhere (%s%s)"
                    .formatted(
                            broken.size(),
                            broken.size() == 1 ? "s" : "",
                            String.join(", ", broken.stream().limit(3).toList()),
                            broken.size() > 3 ? ", …" : ""));
        }
        if (strayClosings > 0) {
            remarks.add("%d closing ::: with nothing to close".formatted(strayClosings));
        }
        unclosed.forEach(name -> remarks.add("the directive :::{" + name + "} is never closed"));
        return remarks;
    }

    void run(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            run(node);
            visit(node);
            node = next;
        }
    }

    private void visit(Node node) {
        if (node instanceof Code code && node.getPrevious() instanceof Text before) {
            iconOf(code, before);
        } else if (node instanceof Link link) {
            link.setDestination(links.href(link.getDestination()));
        } else if (node instanceof Image image) {
            image.setDestination(links.href(image.getDestination()));
        } else if (node instanceof WikiLink link) {
            resolve(link);
        } else if (node instanceof org.commonmark.node.Heading heading) {
            anchor(heading);
        } else if (node instanceof TableBlock table) {
            ScrollBox box = new ScrollBox();
            table.insertBefore(box);
            box.appendChild(table);
        } else if (node instanceof FencedCodeBlock fence) {
            MarkedCode.replace(fence);
        } else if (node instanceof StrayClosing) {
            node.unlink();
            strayClosings++;
        } else if (node instanceof Directive directive) {
            directives.resolve(directive);
            if (!directive.isClosing() && isOutermost(directive)) {
                unclosed.add(directive.name());
            }
        }
    }

    /** Inner ones may end with the one around them. */
    private static boolean isOutermost(Directive directive) {
        for (Node node = directive.getParent(); node != null; node = node.getParent()) {
            if (node instanceof Directive) {
                return false;
            }
        }
        return true;
    }

    private static void iconOf(Code code, Text before) {
        if (before.getLiteral().endsWith(ICON)) {
            before.setLiteral(
                    before.getLiteral().substring(0, before.getLiteral().length() - ICON.length()));
            code.insertBefore(new Icon(code.getLiteral()));
            code.unlink();
        }
    }

    private void anchor(org.commonmark.node.Heading heading) {
        AnchoredHeading anchored = new AnchoredHeading(heading.getLevel(), ids.of(heading));
        heading.insertBefore(anchored);
        moveChildren(heading, anchored);
        heading.unlink();
        headings.add(new Heading(anchored.level(), anchored.id(), PlainText.of(anchored)));
    }

    static void moveChildren(Node from, Node to) {
        for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
            to.appendChild(child);
        }
    }

    private void resolve(WikiLink wiki) {
        if (wiki.getPrevious() instanceof Text before && before.getLiteral().endsWith("[")) {
            before.setLiteral(
                    before.getLiteral().substring(0, before.getLiteral().length() - 1));
        }
        String target = wiki.target();
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        String anchor = hash < 0 ? "" : target.substring(hash);
        Optional<dev.bengal.site.content.Node> node = path.isEmpty() ? Optional.empty() : links.wiki(path);
        if (node.isEmpty() && !(path.isEmpty() && anchor.length() > 1)) {
            broken.add(target);
            return;
        }
        String label = wiki.label();
        String words = label != null
                ? label
                : node.map(found -> found.headline().title()).orElseGet(() -> anchor.substring(1));
        Link link = new Link(node.map(links::href).orElse("") + anchor, null);
        link.appendChild(new Text(words));
        wiki.insertBefore(link);
        wiki.unlink();
    }
}
