package dev.bengal.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses one line of whatever JSON, and says what is wrong with one that is none. Loading it takes longer than reading a few records. */
final class FullJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private static final Pattern REST_OF_A_WORD = Pattern.compile("[\\w.+-]*");

    private final SharedTexts texts;

    /** @param texts where texts that were seen before are taken from */
    FullJson(SharedTexts texts) {
        this.texts = texts;
    }

    /** The one object on this line; what follows it makes the line damaged. */
    Map<String, @Nullable Object> object(String line) throws DamagedLineException {
        if (!line.stripLeading().startsWith("{")) {
            throw new DamagedLineException("not a JSON object");
        }
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            Map<String, @Nullable Object> object = readObject(parser);
            if (parser.nextToken() != null) {
                throw new DamagedLineException("more than one JSON value on the line");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new DamagedLineException("not JSON (" + reason(e, line) + ")");
        } catch (IOException e) {
            throw new DamagedLineException("not JSON (" + e.getMessage() + ")");
        }
    }

    private Map<String, @Nullable Object> readObject(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = JsonText.storable(parser.currentName());
            parser.nextToken();
            object.put(key, readValue(parser));
        }
        return object;
    }

    private List<@Nullable Object> readArray(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(readValue(parser));
        }
        return array;
    }

    private @Nullable Object readValue(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> texts.shared(JsonText.storable(parser.getText()));
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) parser.getDoubleValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** In words of our own: the parser's speak of its settings, and repeat what the line holds. */
    private static String reason(JsonProcessingException e, String line) {
        JsonLocation location = e.getLocation();
        if (e instanceof StreamConstraintsException || location == null) {
            return "nested too deep, or a value too long";
        }
        long offset = Math.min(location.getCharOffset(), line.length());
        // A word or number cut short is no JSON from where it begins.
        return REST_OF_A_WORD.matcher(line.substring((int) offset)).matches()
                ? "unexpected end of line"
                : "unexpected text at character " + (offset + 1);
    }
}
