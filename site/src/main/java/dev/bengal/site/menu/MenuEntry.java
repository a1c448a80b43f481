package dev.bengal.site.menu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A place in a menu, with the places below it. */
final class MenuEntry {
    private static final Comparator<MenuEntry> ORDER = (one, other) -> Double.compare(one.weight, other.weight);

    private final String name;
    private final String identifier;
    private final String href;
    private final String icon;
    private final double weight;
    private final List<MenuEntry> children = new ArrayList<>();

    /** @param href empty for one that leads nowhere and only holds others */
    MenuEntry(String name, String identifier, String href, String icon, double weight) {
        this.name = name;
        this.identifier = identifier;
        this.href = href;
        this.icon = icon;
        this.weight = weight;
    }

    boolean isNamed(String wanted) {
        return identifier.isEmpty() ? name.equalsIgnoreCase(wanted) : identifier.equalsIgnoreCase(wanted);
    }

    boolean leadsNowhere() {
        return href.isEmpty() && children.isEmpty();
    }

    /** Whether another one is below it, or is it. */
    boolean holds(MenuEntry other) {
        return this == other || children.stream().anyMatch(child -> child.holds(other));
    }

    void add(MenuEntry child) {
        children.add(child);
    }

    /** Low weight first; of the same weight, who asked first. */
    static List<Map<String, Object>> model(List<MenuEntry> entries) {
        return entries.stream().sorted(ORDER).map(MenuEntry::model).toList();
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("title", name);
        model.put("href", href);
        model.put("icon", icon);
        model.put("children", model(children));
        return model;
    }
}
