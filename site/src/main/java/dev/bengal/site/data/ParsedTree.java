package dev.bengal.site.data;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value that a parser reads, of plain maps and lists. The depth is bounded by the parser. */
final class ParsedTree {
    private final JsonParser parser;

    ParsedTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The only value of the text; null for an empty one. */
    @Nullable
    Object read() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return null;
        }
        Object value = value(first);
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "there is more behind the end of the value");
        }
        return value;
    }

    private @Nullable Object value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> map();
            case START_ARRAY -> list();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            default -> parser.getText();
        };
    }

    private Map<String, @Nullable Object> map() throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            map.put(key, value(parser.nextToken()));
        }
        return Collections.unmodifiableMap(map);
    }

    private List<@Nullable Object> list() throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(token));
        }
        return Collections.unmodifiableList(list);
    }
}
