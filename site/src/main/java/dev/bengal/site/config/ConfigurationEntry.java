package dev.bengal.site.config;

import java.util.List;
import java.util.Objects;

/**
 * A value and where it came from.
 *
 * @param key dotted, such as {@code site.title}
 * @param value a String, Boolean, Number, or a List of such and of {@link dev.bengal.site.yaml.YamlMapping tables}, whose lines are 0
 *     where the file is TOML
 * @param origin {@code default}, or the file relative to the root, with {@code :line} where the file is YAML
 */
public record ConfigurationEntry(String key, Object value, String origin) {
    /** The origin of a value that no file sets. */
    public static final String DEFAULT = "default";

    public ConfigurationEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(origin, "origin");
        value = value instanceof List<?> list ? List.copyOf(list) : Objects.requireNonNull(value, "value");
    }

    /** The value as text; the elements of a list with commas between them. */
    public String text() {
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(String::valueOf).toList());
        }
        return value.toString();
    }

    boolean isScalar() {
        return !(value instanceof List<?>);
    }
}
