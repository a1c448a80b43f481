package dev.bengal.site.content;

import dev.bengal.site.yaml.YamlEntry;
import dev.bengal.site.yaml.YamlMapping;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values above a page's text, with a fault that names the line where one has the wrong type. */
final class FrontMatter {
    private final YamlMapping mapping;
    private final int linesBefore;

    /** Values that begin after {@code linesBefore} lines of their file. */
    FrontMatter(YamlMapping mapping, int linesBefore) {
        this.mapping = mapping;
        this.linesBefore = linesBefore;
    }

    /** The line of a key in the file, or null where it is not given. */
    @Nullable
    Integer line(String key) {
        YamlEntry entry = mapping.entries().get(key);
        return entry == null ? null : entry.line() + linesBefore;
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
            if (element instanceof java.util.Collection<?> || element instanceof java.util.Map<?, ?>) {
                throw wrong(key, "must be a list of texts");
            }
            String text = element == null ? "" : element.toString().strip();
            if (!text.isEmpty() && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    PageException wrong(String key, String demand) {
        return new PageException(line(key), "front matter '" + key + "' " + demand);
    }

    private @Nullable Object value(String key) {
        YamlEntry entry = mapping.entries().get(key);
        return entry == null ? null : entry.value();
    }
}
