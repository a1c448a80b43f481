package dev.bengal.site.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A tag or a category, with the pages that have it in reading order.
 *
 * @param kind {@code tags} or {@code categories}
 * @param name as the first page writes it
 * @param path of its own page, such as {@code /tags/java/}
 */
public record Term(String kind, String name, String path, List<Node> pages) {
    /** The address of a term; ways of writing it that differ in case or punctuation are one. */
    public static String pathOf(String kind, String name) {
        return "/" + kind + "/" + Slug.of(name) + "/";
    }

    /** The tags of the listed pages, by address. */
    public static List<Term> tags(SiteContent content) {
        return of("tags", content, Listing::tags);
    }

    /** The categories of the listed pages, by address. */
    public static List<Term> categories(SiteContent content) {
        return of("categories", content, Listing::categories);
    }

    private static List<Term> of(String kind, SiteContent content, Function<Listing, List<String>> words) {
        Map<String, Term> terms = new TreeMap<>();
        for (Node node : content.nodes()) {
            Page page = node.page();
            if (page == null || !node.isListed()) {
                continue;
            }
            for (String word : words.apply(page.listing())) {
                List<Node> pages = terms.computeIfAbsent(
                                pathOf(kind, word), path -> new Term(kind, word, path, new ArrayList<>()))
                        .pages();
                if (pages.isEmpty() || pages.get(pages.size() - 1) != node) {
                    pages.add(node);
                }
            }
        }
        return List.copyOf(terms.values());
    }
}
