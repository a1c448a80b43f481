package dev.bengal.site.content;

import dev.bengal.site.yaml.YamlEntry;
import dev.bengal.site.yaml.YamlMapping;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values above a page's text, and those that the folders around it hand down, with a fault that names the file and the
 * line where one has the wrong type.
 */
final class FrontMatter {
    private final List<Layer> layers;

    /** The page's own values, which win where they are given, and then those handed down, the nearest first. */
    FrontMatter(Layer own, List<Layer> handedDown) {
        layers = new ArrayList<>(handedDown.size() + 1);
        layers.add(own);
        layers.addAll(handedDown);
    }

    /** The line of a key in the page's own file, or null where it is not given there. */
    @Nullable
    Integer line(String key) {
        YamlEntry entry = layers.get(0).mapping.entries().get(key);
        return entry == null ? null : layers.get(0).line(entry);
    }

    /** The line in the page's own file of something that is given there. */
    int lineOf(YamlEntry entry) {
        return layers.get(0).line(entry);
    }

    /** A scalar as text; empty where it is not given or blank. */
    Optional<String> text(String key) throws PageException {
        Object value = value(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof List<?> || value instanceof YamlMapping) {
            throw wrong(key, "must be a text");
        }
        return Optional.of(value.toString().strip()).filter(text -> !text.isEmpty());
    }

    /** A yes or no; no where it is not given. */
    boolean flag(String key) throws PageException {
        Object value = value(key);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        return switch (value.toString().strip().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no", "" -> false;
            default -> throw wrong(key, "must be true or false");
        };
    }

    /** A number; empty where it is not given. */
    Optional<Double> number(String key) throws PageException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.get()).doubleValue());
        } catch (NumberFormatException e) {
            throw wrong(key, "must be a number");
        }
    }

    /** A list of scalars, or one scalar; blank ones are left out. */
    List<String> texts(String key) throws PageException {
        Object value = value(key);
        if (value instanceof YamlMapping) {
            throw wrong(key, "must be a list");
        }
        List<String> texts = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (element instanceof java.util.Collection<?> || element instanceof YamlMapping) {
                throw wrong(key, "must be a list of texts");
            }
            String text = element == null ? "" : element.toString().strip();
            if (!text.isEmpty() && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The fault of a value, where it was given. */
    PageException wrong(String key, String demand) {
        Layer layer = layer(key);
        YamlEntry entry = layer == null ? null : layer.mapping.entries().get(key);
        if (layer == null || entry == null) {
            return new PageException(null, "front matter '" + key + "' " + demand);
        }
        return line(key) != null
                ? new PageException(layer.line(entry), "front matter '" + key + "' " + demand)
                : new PageException(layer.file, layer.line(entry), "'" + key + "' in the cascade " + demand);
    }

    /** Every key with its value, the page's own first. */
    Map<String, @Nullable Object> all() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (Layer layer : layers) {
            layer.mapping.plain().forEach((key, value) -> {
                if (!all.containsKey(key)) {
                    all.put(key, value);
                }
            });
        }
        return all;
    }

    /** What is given for a key, as it was read. */
    @Nullable
    Object value(String key) {
        Layer layer = layer(key);
        YamlEntry entry = layer == null ? null : layer.mapping.entries().get(key);
        return entry == null ? null : entry.value();
    }

    private @Nullable Layer layer(String key) {
        for (Layer layer : layers) {
            if (layer.mapping.entries().containsKey(key)) {
                return layer;
            }
        }
        return null;
    }

    /**
     * Values of one file.
     *
     * @param file relative to the root, such as {@code content/docs/_index.md}
     * @param linesBefore lines of the file before the values
     */
    record Layer(YamlMapping mapping, String file, int linesBefore) {
        int line(YamlEntry entry) {
            return entry.line() + linesBefore;
        }
    }
}
