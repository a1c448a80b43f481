package dev.bengal.site.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A value of a mapping and where it stands.
 *
 * @param value a String, Boolean, Number, List, {@link YamlMapping}, or null
 * @param line the line of its key, from 1
 */
public record YamlEntry(@Nullable Object value, int line) {}
