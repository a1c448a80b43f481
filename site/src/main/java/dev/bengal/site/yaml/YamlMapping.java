package dev.bengal.site.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A YAML mapping in the order of its text; a key that is given twice has its last value.
 *
 * @param entries values by key
 */
public record YamlMapping(Map<String, YamlEntry> entries) {
    /** Reads a text; an empty one is an empty mapping. */
    public static YamlMapping parse(String text) throws YamlFault {
        Object read = new YamlReader().read(text);
        if (read == null) {
            return new YamlMapping(Map.of());
        }
        if (read instanceof YamlMapping mapping) {
            return mapping;
        }
        throw new YamlFault(firstLine(text), 1, "expected lines of the form 'key: value'");
    }

    /** Reads a text of any shape: a String, Boolean, Number, List, mapping, or null for an empty one. */
    public static @Nullable Object parseAny(String text) throws YamlFault {
        return new YamlReader().read(text);
    }

    /** The line of the first word. */
    private static int firstLine(String text) {
        return 1
                + (int) text.lines()
                        .takeWhile(line -> line.isBlank()
                                || line.startsWith("#")
                                || line.strip().equals("---"))
                        .count();
    }

    /** The values by key, mappings in it as maps, without the lines. */
    public Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        entries.forEach((key, entry) -> plain.put(key, plain(entry.value())));
        return plain;
    }

    /** A value with the mappings in it as maps. */
    public static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof YamlMapping mapping) {
            return mapping.plain();
        }
        return value instanceof List<?> list
                ? list.stream().<@Nullable Object>map(YamlMapping::plain).toList()
                : value;
    }

    /** As a map would be written; the lines do not show. */
    @Override
    public String toString() {
        return plain().toString();
    }
}
