package dev.bengal.formats.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bengal.formats.FormatsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value in a JSON file, with the path that leads to it: what is not as expected is refused with that path. */
record JsonPlace(String file, String path, JsonNode node) {
    private static final int LONGEST_KEY_SHOWN = 60;

    /** The value under a key; one that is missing is a place too. */
    JsonPlace at(String key) {
        JsonNode child = node.get(key);
        return new JsonPlace(file, path + step(key), child == null ? MissingNode.getInstance() : child);
    }

    private static String step(String key) {
        String shown = key.length() > LONGEST_KEY_SHOWN ? key.substring(0, LONGEST_KEY_SHOWN) + "…" : key;
        return shown.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + shown : "['" + shown + "']";
    }

    /** Whether there is a value, and not null. */
    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    boolean has(String key) {
        return node.isObject() && node.has(key);
    }

    boolean isArray() {
        return node.isArray();
    }

    boolean isObject() {
        return node.isObject();
    }

    /** The elements of an array. */
    List<JsonPlace> elements() {
        if (!node.isArray()) {
            throw malformed("should be an array");
        }
        List<JsonPlace> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new JsonPlace(file, path + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    /** The same, none where there is no value. */
    List<JsonPlace> elementsOrNone() {
        return isThere() ? elements() : List.of();
    }

    /** The first element, or empty where this is no array that has one. */
    Optional<JsonPlace> first() {
        return node.isArray() && !node.isEmpty()
                ? Optional.of(new JsonPlace(file, path + "[0]", node.get(0)))
                : Optional.empty();
    }

    /** The values of an object by their keys, in their order. */
    Map<String, JsonPlace> fields() {
        if (!node.isObject()) {
            throw malformed("should be an object");
        }
        Map<String, JsonPlace> fields = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(key -> fields.put(key, at(key)));
        return fields;
    }

    /** A string that is not blank. */
    String text() {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw malformed("should be a string that is not blank");
        }
        return node.textValue();
    }

    /** The string, or null where there is none. */
    @Nullable
    String textOrNull() {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }

    String textOr(String fallback) {
        String text = textOrNull();
        return text == null ? fallback : text;
    }

    /** What a scalar says, whatever its type. */
    String scalar() {
        if (!node.isValueNode()) {
            throw malformed("should be a string or a number");
        }
        return node.asText();
    }

    boolean isNumber() {
        return node.isNumber();
    }

    /** A number, or a string that is one, as tools write those that JSON does not know; may be NaN or infinite. */
    double number() {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isTextual()) {
            return Numbers.parse(node.textValue()).orElseThrow(() -> malformed("should be a number"));
        }
        throw malformed("should be a number");
    }

    /** The same, or null where there is no value. */
    @Nullable
    Double numberOrNull() {
        return isThere() ? (Double) number() : null;
    }

    /** A whole number, or null where there is none. */
    @Nullable
    Long wholeOrNull() {
        return node.canConvertToLong() && node.isNumber() ? (Long) node.longValue() : null;
    }

    /** The numbers of an array; none where there is no value. */
    List<Double> numbers() {
        List<Double> numbers = new ArrayList<>();
        for (JsonPlace element : elementsOrNone()) {
            numbers.add(element.number());
        }
        return numbers;
    }

    /** The place as people name it. */
    String place() {
        return file + ": " + path;
    }

    FormatsException malformed(String what) {
        return new FormatsException(
                place() + " " + (isThere() ? what : "is missing and " + what) + "; nothing of this file was taken.");
    }
}
