package dev.bengal.site.menu;

import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SiteContent;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.content.SitePath;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says where the entry of a menu leads, and what is wrong with that. */
final class MenuTarget {
    private static final String NOWHERE = "#";
    private static final Set<String> GENERATED =
            Set.of("/sitemap.xml", "/robots.txt", "/index.json", "/404.html", "/rss.xml", "/llms.txt");
    private static final List<String> COPIED = List.of("static", "");

    private final Path root;
    private final SiteContent content;
    private final SiteLinks links;
    private final Set<String> others = new HashSet<>(GENERATED);

    /** @param others addresses that no file of {@code content/} stands for, such as {@code /tags/} */
    MenuTarget(Path root, SiteContent content, SiteLinks links, Set<String> others) {
        this.root = root;
        this.content = content;
        this.links = links;
        this.others.addAll(others);
        content.nodes().stream()
                .map(Node::page)
                .filter(java.util.Objects::nonNull)
                .forEach(page -> page.aliases().forEach(alias -> this.others.add(alias.path())));
    }

    /** The page that is named by its file, with or without ending, or by its address. */
    Optional<Node> page(String written) {
        String name = written.replaceAll("^/|/$", "").replaceAll("(^|/)_?index\\.md$|\\.md$", "");
        return content.named(name).or(() -> SitePath.normalize(written).flatMap(content::at));
    }

    /** The page at an address of the site; empty for all other addresses. */
    Optional<Node> at(String url) {
        return isElsewhere(url) || url.equals(NOWHERE)
                ? Optional.empty()
                : path(url).flatMap(content::at);
    }

    /** What stands in {@code href} for an address; empty for {@code #}, which leads nowhere. */
    String href(String url) {
        if (url.equals(NOWHERE)) {
            return "";
        }
        if (isElsewhere(url) || url.startsWith(NOWHERE)) {
            return url;
        }
        int end = end(url);
        return path(url).map(path -> links.href(path) + url.substring(end)).orElse(url);
    }

    /** What is wrong with an address. */
    Optional<String> fault(String url) {
        if (isElsewhere(url)) {
            return url.matches("(?i)(https?|mailto|tel):.+|//.+")
                    ? Optional.empty()
                    : Optional.of("has the url '" + url + "', whose kind a menu cannot have; it was left out.");
        }
        if (url.startsWith(NOWHERE) || path(url).filter(this::isThere).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("leads to '" + url + "', where nothing is.");
    }

    private static boolean isElsewhere(String url) {
        return url.startsWith("//") || url.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    }

    private static Optional<String> path(String url) {
        return SitePath.normalize(url.substring(0, end(url)));
    }

    /** Where the path ends and {@code ?} or {@code #} begins. */
    private static int end(String url) {
        int hash = url.indexOf('#');
        int query = url.indexOf('?');
        int end = hash < 0 ? url.length() : hash;
        return query < 0 ? end : Math.min(end, query);
    }

    private boolean isThere(String path) {
        String file = SitePath.file(path);
        return content.at(path)
                        .map(node -> node.page() != null || node.isListed())
                        .orElse(false)
                || others.contains(path)
                || content.hasAttachment(file)
                || content.hasAttachment(path.replaceAll("^/|/$", ""))
                || COPIED.stream().anyMatch(folder -> isCopied(folder, path, file));
    }

    /** Whether a file of {@code static/} or {@code assets/} goes to a path. */
    private boolean isCopied(String folder, String path, String file) {
        if (folder.isEmpty() && !path.startsWith("/assets/")) {
            return false;
        }
        try {
            Path in = root.resolve(folder);
            return Files.isRegularFile(in.resolve(file))
                    || Files.isRegularFile(in.resolve(path.replaceAll("^/|/$", "")));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether a page may be shown in a menu. */
    static boolean isHidden(Node node) {
        Page page = node.page();
        return page != null && page.listing().hidden();
    }
}
