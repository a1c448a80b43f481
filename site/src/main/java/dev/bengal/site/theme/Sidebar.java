package dev.bengal.site.theme;

import dev.bengal.site.content.Node;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.incremental.Checksummed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The navigation beside a page: the sections at the top, and of them only the branch that holds the page. Pages of one section
 * have the same branch, so it is rendered once for them, and the current page is marked in it. Safe for use by several threads.
 */
final class Sidebar {
    /** A longer list is shown by parts, the one with the current page; else a large section makes every page large. */
    static final int PART = 60;

    /** Branches in memory: some for each thread, and not those of a whole large site. */
    private static final int REMEMBERED = 64;

    private final Templates templates;
    private final SiteLinks links;
    private final Node home;
    private final Map<Place, Branch> branches = new LinkedHashMap<>(2 * REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Branch> eldest) {
            return size() > REMEMBERED;
        }
    };

    Sidebar(Templates templates, SiteLinks links, Node home) {
        this.templates = templates;
        this.links = links;
        this.home = home;
    }

    /** The navigation for a page; for the home page also that of documents which are no page. */
    Marked of(Node current) throws TemplateFault {
        Node parent = current.parent();
        Node section = current.isSection() || parent == null ? current : parent;
        int part = section == current ? 0 : Math.max(0, section.listed().indexOf(current)) / PART;
        return new Marked(branch(new Place(section, part)), links.href(current.path()));
    }

    /** Two threads may make the same branch at once; that costs less than waiting for each other. */
    private Branch branch(Place place) throws TemplateFault {
        synchronized (branches) {
            Branch known = branches.get(place);
            if (known != null) {
                return known;
            }
        }
        String html = render(place.section, place.part);
        Branch branch = new Branch(html, Checksum.of(html));
        synchronized (branches) {
            branches.put(place, branch);
        }
        return branch;
    }

    private String render(Node section, int part) throws TemplateFault {
        List<Node> open = new ArrayList<>();
        for (Node node = section; node != null; node = node.parent()) {
            open.add(0, node);
        }
        return templates.part("sidebar.html", Map.of("level", level(home, open, part)));
    }

    /** What lies in a section, as the template wants it: {@code entries}, and {@code more} where some are left out. */
    private Map<String, Object> level(Node section, List<Node> open, int deepestPart) {
        List<Node> listed = section.listed();
        int depth = open.indexOf(section);
        Node next = depth + 1 < open.size() ? open.get(depth + 1) : null;
        int part = next == null ? deepestPart : Math.max(0, listed.indexOf(next)) / PART;
        int from = Math.min(part * PART, listed.size());
        int to = Math.min(from + PART, listed.size());
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Node node : listed.subList(from, to)) {
            entries.add(entry(node, open, deepestPart));
        }
        Map<String, Object> level = new HashMap<>();
        level.put("entries", entries);
        level.put("href", links.href(section.path()));
        level.put("more", listed.size() - entries.size());
        return level;
    }

    private Map<String, Object> entry(Node node, List<Node> open, int deepestPart) {
        Map<String, Object> entry = new HashMap<>();
        boolean isOpen = open.contains(node);
        entry.put("title", node.headline().navTitle());
        entry.put("href", links.href(node.path()));
        entry.put("section", node.listed().size() > 0);
        entry.put("level", isOpen && !node.listed().isEmpty() ? level(node, open, deepestPart) : null);
        return entry;
    }

    private record Place(Node section, int part) {
        // Written out for the reason given at Page.addTo, like the next.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place && section == place.section && part == place.part;
        }

        @Override
        public int hashCode() {
            return 31 * section.hashCode() + part;
        }
    }

    private record Branch(String html, long checksum) {}

    /** A branch with the current page marked, which is done when a template shows it. */
    static final class Marked implements Checksummed {
        private final Branch branch;
        private final String href;

        private Marked(Branch branch, String href) {
            this.branch = branch;
            this.href = href;
        }

        @Override
        public long checksum() {
            return new Checksum().add(branch.checksum).add(href).value();
        }

        @Override
        public String toString() {
            String link = "<a href=\"" + href + "\"";
            return branch.html.replace(link + ">", link + " aria-current=\"page\">");
        }
    }
}
