package dev.bengal.site.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in the tree of the site: a page, or a folder with or without a page of its own. */
public final class Node {
    /** Low weight first, ties by title. */
    static final Comparator<Node> ORDER = Node::compare;

    private final @Nullable Node parent;
    private final @Nullable Page page;
    private final Headline headline;
    private final String path;
    private final List<Node> children = new ArrayList<>();
    private @Nullable List<Node> listed;

    Node(@Nullable Node parent, Page page) {
        this.parent = parent;
        this.page = page;
        this.headline = page.headline();
        this.path = page.path();
    }

    /** A folder without a page of its own. */
    Node(@Nullable Node parent, String title, String path) {
        this.parent = parent;
        this.page = null;
        this.headline = new Headline(title, title, "");
        this.path = path;
    }

    private static int compare(Node one, Node other) {
        int order = Double.compare(one.weight(), other.weight());
        if (order == 0) {
            order = one.headline.title().compareToIgnoreCase(other.headline.title());
        }
        return order == 0 ? one.path.compareTo(other.path) : order;
    }

    void add(Node child) {
        children.add(child);
        listed = null;
    }

    void sort() {
        children.sort(ORDER);
        listed = null;
    }

    /** The folder around it; null for the home page. */
    public @Nullable Node parent() {
        return parent;
    }

    /** The page, or null for a folder without one. */
    public @Nullable Page page() {
        return page;
    }

    /** How it is called. */
    public Headline headline() {
        return headline;
    }

    /** Its address on the site. */
    public String path() {
        return path;
    }

    /** All that lies in it, in reading order. */
    public List<Node> children() {
        return Collections.unmodifiableList(children);
    }

    /** What lies in it and is listed, in reading order. */
    public List<Node> listed() {
        List<Node> known = listed;
        if (known == null) {
            known = children.stream().filter(Node::isListed).toList();
            listed = known;
        }
        return known;
    }

    /** Whether lists and navigation show it: neither hidden nor a folder of nothing but hidden pages. */
    public boolean isListed() {
        return page == null ? !listed().isEmpty() : !page.listing().hidden();
    }

    /** Whether something lies in it. */
    public boolean isSection() {
        return !children.isEmpty();
    }

    /** The section at the top of the site that it belongs to, itself included; the home page for itself. */
    public Node topSection() {
        Node node = this;
        for (Node up = parent; up != null && up.parent != null; up = up.parent) {
            node = up;
        }
        return node;
    }

    private double weight() {
        return page == null ? Double.POSITIVE_INFINITY : page.listing().weight();
    }
}
