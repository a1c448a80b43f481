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

/** Parses one line of JSON into maps, lists, strings, longs, doubles, booleans and nulls. */
final class JsonText {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private static final SharedTexts TEXTS = new SharedTexts(JsonText::storable);

    /** Room for so many that a map need not grow. */
    private static final int KEYS_OF_A_RECORD = 64;

    private static final int KEYS_OF_A_PHASE = 32;

    private static final Pattern REST_OF_A_WORD = Pattern.compile("[\\w.+-]*");

    private static final Pattern NOT_STORABLE = Pattern.compile("[\\x{D800}-\\x{DFFF}\\x00]");

    private JsonText() {}

    /**
     * The one object on this line; what follows it makes the line damaged.
     *
     * @param bytes the same line, which are parsed faster; what is wrong with it is found out from the text
     */
    static Map<String, @Nullable Object> object(String line, byte[] bytes) throws DamagedLineException {
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, @Nullable Object> object = readObject(parser, KEYS_OF_A_RECORD);
                if (parser.nextToken() == null) {
                    return object;
                }
            }
        } catch (IOException e) {
            // Told below, by the place in the text.
        }
        return object(line);
    }

    private static Map<String, @Nullable Object> object(String line) throws DamagedLineException {
        if (!line.stripLeading().startsWith("{")) {
            throw new DamagedLineException("not a JSON object");
        }
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            Map<String, @Nullable Object> object = readObject(parser, KEYS_OF_A_RECORD);
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

    private static Map<String, @Nullable Object> readObject(JsonParser parser, int room) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>(room);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = TEXTS.shared(parser.currentName());
            parser.nextToken();
            object.put(key, readValue(parser));
        }
        return object;
    }

    private static List<@Nullable Object> readArray(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(readValue(parser));
        }
        return array;
    }

    private static @Nullable Object readValue(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser, KEYS_OF_A_PHASE);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> TEXTS.shared(parser.getText());
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

    /** Halves of a character and NULs, which only an escape can bring in, are no text to a database; a sign stands for them. */
    private static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Few texts hold either.
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return NOT_STORABLE.matcher(text).replaceAll("\uFFFD");
            }
        }
        return text;
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
