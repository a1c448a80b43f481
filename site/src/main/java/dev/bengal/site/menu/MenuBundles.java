package dev.bengal.site.menu;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import dev.bengal.site.content.SiteContent;
import dev.bengal.site.yaml.YamlEntry;
import dev.bengal.site.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code menu.bundles.NAME} gathers in one entry of a main menu that nobody wrote down: {@code github} (the address of
 * {@code params.repo_url}), {@code api} and {@code cli} (sections of these names), and pages. What is not there is left out;
 * fewer than {@code min_items} stand for themselves, since an entry that opens to show one other is a detour.
 */
final class MenuBundles {
    private static final String PREFIX = "menu.bundles.";
    private static final int ENOUGH = 2;

    private final Configuration configuration;
    private final SiteContent content;
    private final List<String> warnings;

    MenuBundles(Configuration configuration, SiteContent content, List<String> warnings) {
        this.configuration = configuration;
        this.content = content;
        this.warnings = warnings;
    }

    /** The entries of all bundles, by the names of the bundles; each that holds others comes before them. */
    List<MenuWish> wishes() {
        Map<String, Map<String, ConfigurationEntry>> bundles = new TreeMap<>();
        for (ConfigurationEntry entry : configuration.entries()) {
            int dot = entry.key().indexOf('.', PREFIX.length());
            if (entry.key().startsWith(PREFIX) && dot > 0) {
                bundles.computeIfAbsent(entry.key().substring(PREFIX.length(), dot), name -> new LinkedHashMap<>())
                        .put(entry.key().substring(dot + 1), entry);
            }
        }
        List<MenuWish> wishes = new ArrayList<>();
        bundles.forEach((name, keys) -> wishes.addAll(bundle(name, keys)));
        return wishes;
    }

    private List<MenuWish> bundle(String name, Map<String, ConfigurationEntry> keys) {
        String identifier = "bundle:" + name;
        ConfigurationEntry items = keys.get("items");
        String origin = keys.values().iterator().next().origin();
        if (items == null || !(items.value() instanceof List<?> list)) {
            warnings.add(
                    "%s: the bundle '%s' of the menu has no list 'items' and was left out; write items = [\"github\"]."
                            .formatted(origin, name));
            return List.of();
        }
        List<Map<String, Object>> found = new ArrayList<>();
        list.forEach(item -> item(String.valueOf(item)).ifPresent(found::add));
        boolean together = !found.isEmpty() && found.size() >= enough(keys.get("min_items"));
        List<MenuWish> wishes = new ArrayList<>();
        if (together) {
            wishes.add(wish(items.origin(), top(name, identifier, keys)));
        }
        for (Map<String, Object> item : found) {
            item.put(together ? "parent" : "weight", together ? identifier : text(keys, "weight", ""));
            wishes.add(wish(items.origin(), item));
        }
        return wishes;
    }

    private static Map<String, Object> top(String name, String identifier, Map<String, ConfigurationEntry> keys) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("identifier", identifier);
        top.put("name", text(keys, "name", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
        top.put("url", text(keys, "url", "#"));
        top.put("icon", text(keys, "icon", ""));
        top.put("weight", text(keys, "weight", ""));
        return top;
    }

    /** What stands in a bundle for an item; empty where there is nothing of that kind. */
    private Optional<Map<String, Object>> item(String item) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (item.equals("github")) {
            return configuration.string("params.repo_url").map(address -> {
                values.put("name", "GitHub");
                values.put("url", address);
                return values;
            });
        }
        boolean optional = item.equals("api") || item.equals("cli");
        if (optional && content.named(item).isEmpty()) {
            return Optional.empty();
        }
        values.put("page", item);
        return Optional.of(values);
    }

    private int enough(@Nullable ConfigurationEntry entry) {
        if (entry == null) {
            return ENOUGH;
        }
        if (entry.text().matches("[0-9]{1,4}")) {
            return Integer.parseInt(entry.text());
        }
        warnings.add("%s: '%s' is '%s', which is no number; it counts as %d."
                .formatted(entry.origin(), entry.key(), entry.text(), ENOUGH));
        return ENOUGH;
    }

    private static String text(Map<String, ConfigurationEntry> keys, String key, String otherwise) {
        ConfigurationEntry entry = keys.get(key);
        return entry == null ? otherwise : entry.text();
    }

    private static MenuWish wish(String origin, Map<String, Object> values) {
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put(key, new YamlEntry(value, 0)));
        return new MenuWish(MenuWishes.MAIN, origin, new YamlMapping(entries), null);
    }
}
