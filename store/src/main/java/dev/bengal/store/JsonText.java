package dev.bengal.store;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses one line of JSON into maps, lists, strings, longs, doubles, booleans and nulls. */
final class JsonText {
    private static final SharedTexts TEXTS = new SharedTexts();

    private JsonText() {}

    /**
     * The one object on this line; what follows it makes the line damaged.
     *
     * @param bytes the same line in UTF-8, which are parsed faster; what is wrong with it is found out from the text
     */
    static Map<String, @Nullable Object> object(String line, byte[] bytes) throws DamagedLineException {
        return object(line, bytes, null);
    }

    /** The same with the arrays that most of a record is as {@link UnreadArray}s; of plain ASCII, else all of it is parsed. */
    static Map<String, @Nullable Object> objectForLater(String line, byte[] bytes) throws DamagedLineException {
        return object(line, bytes, line.length() == bytes.length ? line : null);
    }

    private static Map<String, @Nullable Object> object(String line, byte[] bytes, @Nullable String late)
            throws DamagedLineException {
        Map<String, @Nullable Object> object = new PlainJson(bytes, TEXTS, late).object();
        return object == null ? new FullJson(TEXTS).object(line) : object;
    }

    /** Halves of a character and NULs, which only an escape can bring in, are no text to a database; a sign stands for them. */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Few texts hold either, and a whole history of them is read.
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return NotStorable.SIGNS.matcher(text).replaceAll("\uFFFD");
            }
        }
        return text;
    }

    /** Made where it is needed. */
    private static final class NotStorable {
        static final Pattern SIGNS = Pattern.compile("[\\x{D800}-\\x{DFFF}\\x00]");
    }
}
