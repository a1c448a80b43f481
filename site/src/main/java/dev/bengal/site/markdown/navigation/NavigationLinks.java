package dev.bengal.site.markdown.navigation;

import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.markdown.directive.CommaWords;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.Measure;
import dev.bengal.site.markdown.link.PageLinks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what the directives of navigation show: where the page is, what lies beside it, and what has its tags. */
public final class NavigationLinks {
    private static final int MOST_RELATED = 5;

    private final PageLinks links;

    public NavigationLinks(PageLinks links) {
        this.links = links;
    }

    /** Puts the places at the end of a directive; without any it stays as it was. */
    public void resolve(Directive directive) {
        List<PlaceList.Place> places =
                links.here().map(here -> places(directive, here)).orElse(List.of());
        if (!places.isEmpty()) {
            directive.appendChild(new PlaceList(places));
        }
    }

    private List<PlaceList.Place> places(Directive directive, Node here) {
        return switch (directive.name()) {
            case "breadcrumbs" -> trail(directive, here);
            case "siblings" -> siblings(directive, here);
            case "prev-next" -> neighbours(directive, here);
            default -> related(directive, here);
        };
    }

    private List<PlaceList.Place> trail(Directive directive, Node here) {
        List<PlaceList.Place> trail = new ArrayList<>();
        trail.add(new PlaceList.Place("", here.headline().navTitle(), ""));
        for (Node up = here.parent(); up != null; up = up.parent()) {
            Node place = links.again(up);
            if (place.parent() != null) {
                trail.add(0, place(place, place.headline().navTitle(), ""));
            } else if (directive.isOn("show-home", true)) {
                trail.add(0, place(place, directive.options().getOrDefault("home-text", "Home"), ""));
            }
        }
        return trail;
    }

    private List<PlaceList.Place> siblings(Directive directive, Node here) {
        boolean describes = directive.isOn("show-description");
        List<PlaceList.Place> siblings = new ArrayList<>();
        for (Node node : links.beside(here)) {
            String text = describes ? node.headline().description() : "";
            if (!isHere(node, here)) {
                siblings.add(place(node, node.headline().title(), text));
            } else if (!directive.isOn("exclude-current", true)) {
                siblings.add(new PlaceList.Place("", node.headline().title(), text));
            }
        }
        return siblings.subList(0, Math.min(Measure.limit(directive, Integer.MAX_VALUE), siblings.size()));
    }

    private List<PlaceList.Place> neighbours(Directive directive, Node here) {
        List<Node> beside = links.beside(here);
        int at = 0;
        while (at < beside.size() && !isHere(beside.get(at), here)) {
            at++;
        }
        List<PlaceList.Place> neighbours = new ArrayList<>();
        if (at > 0 && at < beside.size()) {
            neighbours.add(neighbour(directive, beside.get(at - 1), "Previous"));
        }
        if (at + 1 < beside.size()) {
            neighbours.add(neighbour(directive, beside.get(at + 1), "Next"));
        }
        return neighbours;
    }

    private PlaceList.Place neighbour(Directive directive, Node node, String side) {
        return place(node, directive.isOn("show-title", true) ? node.headline().title() : "", side);
    }

    /** Most tags in common first, then as the tags of the page and the pages of each are in order. */
    private List<PlaceList.Place> related(Directive directive, Node here) {
        Page page = here.page();
        List<String> own = page == null ? List.of() : page.listing().tags();
        List<String> tags = directive.options().containsKey("tags")
                ? CommaWords.of(directive.options().getOrDefault("tags", ""))
                : own;
        Map<Node, List<String>> shared = new LinkedHashMap<>();
        for (String tag : tags) {
            for (Node node : links.tagged(tag)) {
                if (!isHere(node, here)) {
                    shared.computeIfAbsent(node, other -> new ArrayList<>()).add(tag);
                }
            }
        }
        return shared.entrySet().stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .limit(Measure.limit(directive, MOST_RELATED))
                .map(entry -> place(
                        entry.getKey(),
                        entry.getKey().headline().title(),
                        directive.isOn("show-tags") ? String.join(", ", entry.getValue()) : ""))
                .toList();
    }

    private static boolean isHere(Node node, Node here) {
        return node.path().equals(here.path());
    }

    private PlaceList.Place place(Node node, String title, String text) {
        return new PlaceList.Place(links.href(node), title, text);
    }
}
