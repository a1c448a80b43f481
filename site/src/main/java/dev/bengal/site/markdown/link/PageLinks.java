package dev.bengal.site.markdown.link;

import dev.bengal.site.content.Inquiry;
import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SiteLinks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the links of one page lead. A page may name another by its address or by its file, as the file lies in the content
 * folder or as the page lies on the site; what is neither stays as it was written.
 */
public final class PageLinks {
    private static final Pattern ELSEWHERE =
            Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:|//|#|\\?).*", Pattern.DOTALL);

    private final Inquiry content;
    private final SiteLinks links;
    private final Page page;

    public PageLinks(Inquiry content, SiteLinks links, Page page) {
        this.content = content;
        this.links = links;
        this.page = page;
    }

    /** What stands in {@code href} or {@code src} for a destination in the text. */
    public String href(String destination) {
        if (destination.isEmpty() || ELSEWHERE.matcher(destination).matches()) {
            return destination;
        }
        int end = endOfPath(destination);
        String path = SiteLinks.decode(destination.substring(0, end));
        String rest = destination.substring(end);
        Optional<Node> target = path.startsWith("/") ? fromTop(path) : relative(path);
        if (target.isPresent()) {
            return links.href(target.get().path()) + rest;
        }
        Optional<String> file = path.startsWith("/") ? Optional.empty() : besideSource(path);
        if (file.isPresent()) {
            return links.href("/" + file.get()) + rest;
        }
        return destination.startsWith("/") ? links.base().path() + destination : destination;
    }

    /** The place that a wikilink means: from the top of the content folder, an address, or from the page's own folder. */
    public Optional<Node> wiki(String target) {
        String name = trim(target);
        return content.named(name)
                .or(() -> content.at("/" + name + "/"))
                .or(() -> resolve(page.folder(), name).flatMap(content::named));
    }

    /** The place whose text has a {@code target} of a name; the first in reading order. */
    Optional<Node> target(String name) {
        return content.target(name);
    }

    /** What lies directly in the place of the page and is listed, in reading order. */
    public List<Node> children() {
        return here().map(Node::listed).orElse(List.of());
    }

    /** The place of the page. */
    public Optional<Node> here() {
        return content.at(page.path());
    }

    /** A place that was reached from another one. */
    public Node again(Node node) {
        return content.at(node.path()).orElse(node);
    }

    /** What lies in the same place as another and is listed, itself included, in reading order; nothing beside the home page. */
    public List<Node> beside(Node node) {
        Node around = node.parent();
        return around == null ? List.of() : again(around).listed();
    }

    /** The listed pages with a tag, in reading order. */
    public List<Node> tagged(String tag) {
        return content.tagged(tag);
    }

    /** The address of a place. */
    public String href(Node node) {
        return links.href(node.path());
    }

    private Optional<Node> fromTop(String path) {
        String name = trim(path);
        return content.at(name.isEmpty() ? "/" : "/" + name + "/").or(() -> content.named(name));
    }

    private Optional<Node> relative(String path) {
        if (path.endsWith(".md")) {
            return resolve(page.folder(), path).map(PageLinks::trim).flatMap(content::named);
        }
        return resolve(page.path(), path)
                .flatMap(this::fromTop)
                .or(() -> resolve(page.folder(), path).flatMap(content::named));
    }

    private Optional<String> besideSource(String path) {
        return resolve(page.folder(), path).filter(content::hasAttachment);
    }

    private static int endOfPath(String destination) {
        for (int i = 0; i < destination.length(); i++) {
            if (destination.charAt(i) == '#' || destination.charAt(i) == '?') {
                return i;
            }
        }
        return destination.length();
    }

    /** {@code docs/a} for {@code /docs/a/}, {@code docs/a.md} and {@code docs/a/_index.md}. */
    private static String trim(String path) {
        String name = path.replaceAll("^/+|/+$", "");
        if (name.endsWith(".md")) {
            name = name.substring(0, name.length() - ".md".length());
            name = name.replaceFirst("(?:^|/)(?:_index|index)$", "");
        }
        return name;
    }

    /** The path without dots, from the top and without a slash at either end; empty where it leaves the site. */
    private static Optional<String> resolve(String folder, String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (folder + "/" + path).split("/")) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }
}
