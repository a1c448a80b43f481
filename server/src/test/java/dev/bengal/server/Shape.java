package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/** Holds a document against a schema of the API's description; a word of the schema that is not known here is an error. */
record Shape(JsonObject description) {
    private static final Set<String> WORDS = Set.of(
            "type", "properties", "required", "additionalProperties", "items", "enum", "description", "format", "$ref");

    void check(JsonElement value, JsonObject schema, String path) {
        assertThat(WORDS).as(path).containsAll(schema.keySet());
        if (schema.has("$ref")) {
            String name = schema.get("$ref").getAsString().replaceFirst(".*/", "");
            check(
                    value,
                    description
                            .getAsJsonObject("components")
                            .getAsJsonObject("schemas")
                            .getAsJsonObject(name),
                    path);
            return;
        }
        assertThat(types(schema)).as(path + " is " + value).containsAnyElementsOf(typesOf(value));
        if (schema.has("enum")) {
            assertThat(schema.getAsJsonArray("enum")).as(path).contains(value);
        }
        if (value.isJsonArray() && schema.has("items")) {
            value.getAsJsonArray().forEach(item -> check(item, schema.getAsJsonObject("items"), path + "[]"));
        }
        if (value.isJsonObject() && schema.has("properties")) {
            checkFields(value.getAsJsonObject(), schema, path);
        }
    }

    private void checkFields(JsonObject value, JsonObject schema, String path) {
        JsonObject properties = schema.getAsJsonObject("properties");
        assertThat(schema.get("additionalProperties").getAsBoolean()).as(path).isFalse();
        assertThat(properties.keySet()).as(path).containsAll(value.keySet());
        schema.getAsJsonArray("required")
                .forEach(name -> assertThat(value.has(name.getAsString()))
                        .as(path + "." + name)
                        .isTrue());
        value.entrySet()
                .forEach(field -> check(
                        field.getValue(), properties.getAsJsonObject(field.getKey()), path + "." + field.getKey()));
    }

    private static Set<String> types(JsonObject schema) {
        Set<String> types = new TreeSet<>();
        JsonElement type = schema.get("type");
        if (type.isJsonArray()) {
            type.getAsJsonArray().forEach(one -> types.add(one.getAsString()));
        } else {
            types.add(type.getAsString());
        }
        return types;
    }

    private static Set<String> typesOf(JsonElement value) {
        if (value.isJsonNull()) {
            return Set.of("null");
        }
        if (value.isJsonArray()) {
            return Set.of("array");
        }
        if (value.isJsonObject()) {
            return Set.of("object");
        }
        if (value.getAsJsonPrimitive().isBoolean()) {
            return Set.of("boolean");
        }
        if (value.getAsJsonPrimitive().isString()) {
            return Set.of("string");
        }
        return value.getAsDouble() == Math.rint(value.getAsDouble()) ? Set.of("number", "integer") : Set.of("number");
    }
}
