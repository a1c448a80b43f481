package dev.bengal.site.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A TOML text as a tree. Jackson's own way to it, an object mapper, loads what dates look like in the language of the machine,
 * which takes a tenth of a small build.
 */
final class TomlTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TomlTree() {}

    static JsonNode of(String text) throws IOException {
        try (JsonParser parser = new TomlFactory().createParser(text)) {
            parser.nextToken();
            return value(parser);
        }
    }

    /** The value that begins with the current token. */
    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> table(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getNumberValue());
            default -> NODES.textNode(String.valueOf(parser.getText()));
        };
    }

    private static JsonNode number(Number number) {
        if (number instanceof BigInteger || number instanceof Long || number instanceof Integer) {
            BigInteger whole = new BigInteger(number.toString());
            return whole.bitLength() < Long.SIZE ? NODES.numberNode(whole.longValue()) : NODES.numberNode(whole);
        }
        return number instanceof BigDecimal exact ? NODES.numberNode(exact) : NODES.numberNode(number.doubleValue());
    }

    private static ObjectNode table(JsonParser parser) throws IOException {
        ObjectNode table = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            table.set(key, value(parser));
        }
        return table;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
