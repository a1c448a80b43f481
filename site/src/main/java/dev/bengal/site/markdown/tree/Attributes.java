package dev.bengal.site.markdown.tree;

import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of an element. */
public final class Attributes {
    private Attributes() {}

    /** Names and values in turn. Their order stays as it is, for the output must be the same in every run. */
    public static Map<String, String> attributes(String... namesAndValues) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}
