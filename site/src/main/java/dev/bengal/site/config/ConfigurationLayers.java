package dev.bengal.site.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bengal.site.SiteException;
import dev.bengal.site.yaml.YamlEntry;
import dev.bengal.site.yaml.YamlMapping;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Values by dotted key; what is put later covers what was put before. */
final class ConfigurationLayers {
    /** The short ways to write the commonest keys, as many generators have them. */
    private static final Map<String, String> FULL_NAMES = Map.of(
            "title", "site.title",
            "baseurl", "site.baseurl",
            "description", "site.description",
            "language", "site.language",
            "output_dir", "build.output_dir",
            "site.output_dir", "build.output_dir");

    /** Of a table in a list in TOML, whose parser does not tell. */
    private static final int NO_LINE = 0;

    private final TreeMap<String, ConfigurationEntry> entries = new TreeMap<>();
    private final Map<String, String> places = new HashMap<>();

    static Set<String> shortNames() {
        return FULL_NAMES.keySet();
    }

    static String fullName(String key) {
        for (int end = key.length(); end > 0; end = key.lastIndexOf('.', end - 1)) {
            String full = FULL_NAMES.get(key.substring(0, end));
            if (full != null) {
                return full + key.substring(end);
            }
        }
        return key;
    }

    Collection<ConfigurationEntry> entries() {
        return entries.values();
    }

    /** Where each value stands, by key: its origin, with the line where it is known. */
    Map<String, String> places() {
        return places;
    }

    void put(String key, Object value, String origin) {
        put(key, value, origin, origin);
    }

    private void put(String key, Object value, String origin, String place) {
        String name = fullName(key);
        places.put(name, place);
        entries.subMap(name + ".", name + "/").clear();
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            entries.remove(name.substring(0, dot));
        }
        entries.put(name, new ConfigurationEntry(name, value, origin));
    }

    /** Flattens a YAML file; a key without a value is as if it were not there. */
    void putAll(YamlMapping mapping, String prefix, String file) {
        for (Map.Entry<String, YamlEntry> entry : mapping.entries().entrySet()) {
            String key = prefix + entry.getKey();
            Object value = entry.getValue().value();
            if (value instanceof YamlMapping inner) {
                putAll(inner, key + ".", file);
            } else if (value != null) {
                put(key, withoutNull(value), file + ":" + entry.getValue().line());
            }
        }
    }

    /** Flattens a TOML file whose keys stand in these lines. */
    void putAll(JsonNode table, String prefix, String file, Map<String, Integer> lines) {
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            String key = prefix + entry.getKey();
            if (entry.getValue().isObject()) {
                putAll(entry.getValue(), key + ".", file, lines);
            } else {
                Integer line = lines.get(key);
                put(key, plain(key, entry.getValue(), file), file, line == null ? file : file + ":" + line);
            }
        }
    }

    private static Object plain(String key, JsonNode node, String file) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(element -> plain(key, element, file))
                    .toList();
        }
        if (node.isObject()) {
            Map<String, YamlEntry> table = new LinkedHashMap<>();
            node.properties()
                    .forEach(entry -> table.put(
                            entry.getKey(),
                            new YamlEntry(plain(key + "." + entry.getKey(), entry.getValue(), file), NO_LINE)));
            return new YamlMapping(table);
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        if (node.isValueNode()) {
            return node.asText();
        }
        throw new SiteException(file + ": the value of '" + key + "' cannot be read; write it as text in quotes.");
    }

    private static Object withoutNull(Object value) {
        return value instanceof List<?> list
                ? list.stream().<Object>map(ConfigurationLayers::textOfNull).toList()
                : value;
    }

    private static Object textOfNull(@Nullable Object element) {
        return element == null ? "" : element;
    }
}
