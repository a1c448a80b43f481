package dev.bengal.site.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists that have a feed of their own: those of sections and terms with a dated page. */
public final class DatedLists {
    private final Map<String, List<Node>> byPath = new LinkedHashMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();

    /** Of the sections of a site, with all pages below them, and of its terms. */
    public DatedLists(SiteContent content, List<List<Term>> kinds) {
        for (Node node : content.nodes()) {
            if (isDated(node)) {
                for (Node up = node.parent(); up != null && up.parent() != null; up = up.parent()) {
                    add(up.path(), up.headline().title(), node, up.isListed());
                }
            }
        }
        for (List<Term> terms : kinds) {
            for (Term term : terms) {
                term.pages().stream()
                        .filter(DatedLists::isDated)
                        .forEach(node -> add(term.path(), term.name(), node, true));
            }
        }
    }

    private void add(String path, String title, Node node, boolean isListed) {
        if (isListed && path.endsWith("/")) {
            titles.put(path, title);
            byPath.computeIfAbsent(path, list -> new ArrayList<>()).add(node);
        }
    }

    private static boolean isDated(Node node) {
        Page page = node.page();
        return page != null && node.isListed() && page.listing().dated();
    }

    /** The addresses of the lists. */
    public Iterable<String> paths() {
        return byPath.keySet();
    }

    /** Whether the list at an address has a feed. */
    public boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** What the list at an address is called. */
    public String title(String path) {
        return titles.getOrDefault(path, path);
    }

    /** The dated pages in the list at an address. */
    public List<Node> of(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /** Where the feed of a list lies. */
    public static String feed(String path) {
        return path + "rss.xml";
    }
}
