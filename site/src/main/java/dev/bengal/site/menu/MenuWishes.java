package dev.bengal.site.menu;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SiteContent;
import dev.bengal.site.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who asks for a place in a menu, by menu, in order. */
final class MenuWishes {
    static final String MAIN = "main";

    /** Comes behind the sections in a main menu that nobody wrote down. */
    private static final String EXTRA = "extra";

    private static final String PREFIX = "menu.";

    private final Map<String, List<MenuWish>> byMenu = new TreeMap<>();
    private final List<String> warnings;

    MenuWishes(Configuration configuration, SiteContent content, List<String> warnings) {
        this.warnings = warnings;
        configuration.entries().stream()
                .filter(entry -> entry.key().startsWith(PREFIX) && entry.key().indexOf('.', PREFIX.length()) < 0)
                .forEach(this::configured);
        content.nodes().forEach(this::asked);
    }

    /** The names of all menus. */
    List<String> menus() {
        return byMenu.keySet().stream().filter(menu -> !menu.equals(EXTRA)).toList();
    }

    List<MenuWish> of(String menu) {
        return byMenu.getOrDefault(menu, List.of());
    }

    /** Whether the configuration has a main menu; if not, the sections at the top are in it. */
    boolean isMainConfigured() {
        return of(MAIN).stream().anyMatch(wish -> wish.page() == null);
    }

    /** What the configuration adds to a main menu of sections. */
    List<MenuWish> extra() {
        return of(EXTRA).stream()
                .map(wish -> new MenuWish(MAIN, wish.origin(), wish.values(), wish.page()))
                .toList();
    }

    private void configured(ConfigurationEntry entry) {
        String menu = entry.key().substring(PREFIX.length());
        if (!(entry.value() instanceof List<?> list)) {
            if (!menu.startsWith("auto_")) {
                warnings.add("%s: '%s' is no list of entries and was left out; write [[%s]] with a name and a url."
                        .formatted(entry.origin(), entry.key(), entry.key()));
            }
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof YamlMapping values) {
                add(new MenuWish(menu, origin(entry, values, i), values, null));
            } else {
                warnings.add("%s: entry %d of '%s' is no table and was left out; give it a name and a url."
                        .formatted(entry.origin(), i + 1, entry.key()));
            }
        }
    }

    /** The line of the entry where the file tells it. */
    private static String origin(ConfigurationEntry entry, YamlMapping values, int index) {
        int line = values.entries().values().stream()
                .mapToInt(value -> value.line())
                .min()
                .orElse(0);
        return line == 0
                ? entry.origin() + ", entry " + (index + 1)
                : entry.origin().replaceFirst(":\\d+$", "") + ":" + line;
    }

    private void asked(Node node) {
        Page page = node.page();
        if (page != null) {
            page.placement()
                    .menus()
                    .forEach((menu, place) -> add(new MenuWish(
                            menu,
                            page.file() + ":" + place.line(),
                            place.value() instanceof YamlMapping values ? values : new YamlMapping(Map.of()),
                            node)));
        }
    }

    private void add(MenuWish wish) {
        byMenu.computeIfAbsent(wish.menu(), menu -> new ArrayList<>()).add(wish);
    }
}
