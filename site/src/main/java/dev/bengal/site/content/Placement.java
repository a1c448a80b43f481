package dev.bengal.site.content;

import dev.bengal.site.yaml.YamlEntry;
import dev.bengal.site.yaml.YamlMapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a page asks to be in menus.
 *
 * @param menus by their names, what is said of the place, which is a mapping or null, with the line in the file
 * @param dropdown what the page's own entry opens: {@code true} for the sections in it, {@code data:NAME}, or null for nothing
 */
public record Placement(
        Map<String, YamlEntry> menus, @Nullable String dropdown) {
    static final Placement NONE = new Placement(Map.of(), null);

    private static final String DROPDOWN = "dropdown";

    public Placement {
        menus = Collections.unmodifiableMap(menus);
    }

    /** What {@code menu} says: a name, a list of names, or a mapping of names. */
    static Placement of(FrontMatter front) throws PageException {
        Object value = front.value("menu");
        Integer line = front.line("menu");
        if (value == null || line == null) {
            return NONE;
        }
        if (!(value instanceof YamlMapping mapping)) {
            Map<String, YamlEntry> menus = new LinkedHashMap<>();
            for (String menu : front.texts("menu")) {
                menus.put(menu, new YamlEntry(null, line));
            }
            return new Placement(menus, null);
        }
        Map<String, YamlEntry> menus = new LinkedHashMap<>();
        String dropdown = null;
        for (Map.Entry<String, YamlEntry> entry : mapping.entries().entrySet()) {
            YamlEntry place = new YamlEntry(entry.getValue().value(), front.lineOf(entry.getValue()));
            if (entry.getKey().equals(DROPDOWN)) {
                dropdown = String.valueOf(place.value());
            } else if (isPlace(place.value())) {
                menus.put(entry.getKey(), place);
            } else if (!Boolean.FALSE.equals(place.value())) {
                throw new PageException(
                        place.line(),
                        "front matter 'menu' has '" + entry.getKey() + ": " + place.value()
                                + "'; give it keys such as 'weight: 10', or nothing");
            }
        }
        return new Placement(menus, dropdown);
    }

    private static boolean isPlace(@Nullable Object value) {
        return value == null || value instanceof YamlMapping || Boolean.TRUE.equals(value);
    }
}
