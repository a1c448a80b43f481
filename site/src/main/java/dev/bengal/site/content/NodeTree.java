package dev.bengal.site.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Arranges pages by the folders of their files. */
final class NodeTree {
    private final Map<String, Page> indexes = new HashMap<>();
    private final Map<String, Node> folders = new HashMap<>();
    private final String siteTitle;

    private NodeTree(String siteTitle) {
        this.siteTitle = siteTitle;
    }

    /** The home node. */
    static Node of(List<Page> pages, String siteTitle) {
        NodeTree tree = new NodeTree(siteTitle);
        TreeSet<String> folders = new TreeSet<>();
        folders.add("");
        for (Page page : pages) {
            String folder = page.folder();
            while (folders.add(folder)) {
                folder = Page.folderOf(folder);
            }
        }
        for (Page page : pages) {
            if (page.isIndex()) {
                tree.indexes.putIfAbsent(page.folder(), page);
            } else if (folders.contains(page.name())) {
                // docs.md beside docs/ is the page of that folder.
                tree.indexes.put(page.name(), page);
            }
        }
        folders.forEach(tree::addFolder);
        pages.stream().filter(page -> !tree.isIndexOfFolder(page)).forEach(page -> {
            Node parent = tree.folder(page.folder());
            parent.add(new Node(parent, page));
        });
        tree.folders.values().forEach(Node::sort);
        return tree.folder("");
    }

    /** Told by the file: to compare all of two pages would be code that the JVM makes at run time. */
    private boolean isIndexOfFolder(Page page) {
        Page index = indexes.get(page.name());
        return index != null && index.source().equals(page.source());
    }

    private void addFolder(String folder) {
        Optional<Node> parent = folder.isEmpty() ? Optional.empty() : Optional.of(folder(Page.folderOf(folder)));
        Page page = indexes.get(folder);
        Node node = page == null
                ? new Node(parent.orElse(null), titleOf(folder), folder.isEmpty() ? "/" : "/" + folder + "/")
                : new Node(parent.orElse(null), page);
        parent.ifPresent(up -> up.add(node));
        folders.put(folder, node);
    }

    private Node folder(String folder) {
        Node node = folders.get(folder);
        if (node == null) {
            throw new IllegalStateException("no node for the folder " + folder);
        }
        return node;
    }

    private String titleOf(String folder) {
        return folder.isEmpty() ? siteTitle : Slug.title(folder.substring(folder.lastIndexOf('/') + 1));
    }
}
