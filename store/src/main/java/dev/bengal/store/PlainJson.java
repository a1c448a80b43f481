package dev.bengal.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses one line of JSON as records are: an object, in UTF-8 that was checked before. Where the line is anything else, or holds what no
 * record does (a hundred levels, a number of a hundred digits), it gives up, and {@link FullJson} has to say what the line is.
 */
final class PlainJson {
    private static final int DEEPEST = 100;

    private static final int LONGEST_NUMBER = 100;

    private static final int LONGEST_KEY = 10_000;

    private static final int LONGEST_LINE = 10_000_000;

    /** So many digits are below 2^53, and a power of ten with so many zeros is exact too: then one division rounds as it should. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /** What most of a record is, and most questions about it do not need. */
    private static final Set<String> LATE = Set.of("phases", "top_allocators", "measurements");

    private final byte[] line;
    private final SharedTexts texts;
    private final @Nullable String late;
    private int at;
    private int depth;

    /** @param texts where texts that were seen before are taken from */
    PlainJson(byte[] line, SharedTexts texts) {
        this(line, texts, null);
    }

    /** @param late the same line, where arrays of the object shall be left unread; a letter for each byte */
    PlainJson(byte[] line, SharedTexts texts, @Nullable String late) {
        this.line = line;
        this.texts = texts;
        this.late = late;
    }

    /** The object; null where it is not as records are. */
    @Nullable
    Map<String, @Nullable Object> object() {
        try {
            if (line.length > LONGEST_LINE) {
                return null;
            }
            skipBlanks();
            expect('{');
            Map<String, @Nullable Object> object = readObject();
            skipBlanks();
            return at == line.length ? object : null;
        } catch (UnusualException e) {
            return null;
        }
    }

    /** What the line holds here is left to another parser. */
    private static final class UnusualException extends Exception {
        private static final long serialVersionUID = 1;

        UnusualException() {
            super("not as records are", null, false, false);
        }
    }

    /** Behind its bracket. */
    private Map<String, @Nullable Object> readObject() throws UnusualException {
        enter();
        Map<String, @Nullable Object> object = new LinkedHashMap<>(32);
        if (!isEnd('}')) {
            do {
                skipBlanks();
                expect('"');
                String key = readText();
                giveUpIf(key.length() > LONGEST_KEY);
                skipBlanks();
                expect(':');
                object.put(key, late != null && depth == 1 && LATE.contains(key) ? readLate(late) : readValue());
            } while (isMore('}'));
        }
        depth--;
        return object;
    }

    private List<@Nullable Object> readArray() throws UnusualException {
        enter();
        List<@Nullable Object> array = new ArrayList<>();
        if (!isEnd(']')) {
            do {
                array.add(readValue());
            } while (isMore(']'));
        }
        depth--;
        return array;
    }

    private @Nullable Object readLate(String text) throws UnusualException {
        skipBlanks();
        return peek() == '[' ? passOver(text) : readValue();
    }

    private Object passOver(String text) throws UnusualException {
        int start = at;
        int open = 1;
        // Without calls: most of a line lies in these arrays.
        int place = at + 1;
        while (open > 0 && place < line.length) {
            byte found = line[place++];
            if (found == '"') {
                while (place < line.length && line[place] != '"') {
                    giveUpIf(line[place++] == '\\');
                }
                place++;
            } else if (found == '[' || found == '{') {
                open++;
            } else if (found == ']' || found == '}') {
                open--;
            }
        }
        at = place;
        giveUpIf(open > 0);
        return new UnreadArray(text, start, place);
    }

    private @Nullable Object readValue() throws UnusualException {
        skipBlanks();
        byte first = next();
        return switch (first) {
            case '{' -> readObject();
            case '[' -> readArray();
            case '"' -> readText();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> readNumber();
        };
    }

    private void enter() throws UnusualException {
        depth++;
        giveUpIf(depth > DEEPEST);
    }

    private boolean isEnd(char bracket) throws UnusualException {
        skipBlanks();
        boolean isEnd = peek() == bracket;
        if (isEnd) {
            at++;
        }
        return isEnd;
    }

    private boolean isMore(char bracket) throws UnusualException {
        skipBlanks();
        byte found = next();
        giveUpIf(found != ',' && found != bracket);
        return found == ',';
    }

    private @Nullable Object word(String word, @Nullable Object value) throws UnusualException {
        for (int i = 1; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        // A letter behind it, as in 'nullable', is found where a comma or a bracket has to stand.
        return value;
    }

    /** Without calls, like what else goes through many letters: those of a short history are read before anything is compiled. */
    private String readText() throws UnusualException {
        int start = at;
        int hash = 0;
        int place = start;
        while (place < line.length && line[place] != '"') {
            byte found = line[place++];
            if (found < ' ' || found == '\\') {
                return readLetters(start);
            }
            hash = 31 * hash + found;
        }
        giveUpIf(place == line.length);
        at = place + 1;
        return texts.shared(line, start, place, hash);
    }

    /** A text that is not plain ASCII. */
    private String readLetters(int start) throws UnusualException {
        StringBuilder text = new StringBuilder();
        int from = start;
        at = start;
        byte found = next();
        while (found != '"') {
            giveUpIf(found >= 0 && found < ' ');
            if (found == '\\') {
                text.append(decode(from, at - 1)).append(readEscape());
                from = at;
            }
            found = next();
        }
        return texts.shared(JsonText.storable(text.append(decode(from, at - 1)).toString()));
    }

    private String decode(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    private char readEscape() throws UnusualException {
        return switch (next()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
            default -> throw new UnusualException();
        };
    }

    private int hex() throws UnusualException {
        int digit = Character.digit(next(), 16);
        giveUpIf(digit < 0);
        return digit;
    }

    /** Behind its first character. */
    private Number readNumber() throws UnusualException {
        at--;
        int start = at;
        boolean isNegative = peek() == '-';
        if (isNegative) {
            at++;
        }
        long whole = peek() == '0' ? readZero() : readDigits(0);
        int digits = at - start - (isNegative ? 1 : 0);
        byte behind = peek();
        if (behind != '.' && behind != 'e' && behind != 'E') {
            // One digit more than is needed for what a long holds.
            return digits < 19 ? (Number) (isNegative ? -whole : whole) : wholeNumber(start);
        }
        int decimals = 0;
        if (behind == '.') {
            at++;
            int point = at;
            whole = readDigits(whole);
            decimals = at - point;
            behind = peek();
        }
        if (behind != 'e' && behind != 'E' && digits + decimals <= EXACT_DIGITS) {
            double value = whole / POWERS[decimals];
            return isNegative ? -value : value;
        }
        if (behind == 'e' || behind == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            readDigits(0);
        }
        return Double.parseDouble(token(start));
    }

    /** Nothing but a fraction or an exponent may follow it. */
    private long readZero() {
        at++;
        return 0;
    }

    /** At least one; the number that they are behind the digits before them, if there are not too many for that. */
    private long readDigits(long before) throws UnusualException {
        long number = before;
        int place = at;
        while (place < line.length && line[place] >= '0' && line[place] <= '9') {
            number = 10 * number + line[place++] - '0';
        }
        giveUpIf(place == at);
        at = place;
        return number;
    }

    private Number wholeNumber(int start) throws UnusualException {
        String token = token(start);
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException beyondLong) {
            return Double.parseDouble(token);
        }
    }

    private String token(int start) throws UnusualException {
        giveUpIf(at - start > LONGEST_NUMBER);
        return new String(line, start, at - start, StandardCharsets.ISO_8859_1);
    }

    private static void giveUpIf(boolean isUnusual) throws UnusualException {
        if (isUnusual) {
            throw new UnusualException();
        }
    }

    private void skipBlanks() {
        while (at < line.length && line[at] <= ' ' && isBlank(line[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
    }

    private void expect(char letter) throws UnusualException {
        giveUpIf(next() != letter);
    }

    private byte next() throws UnusualException {
        byte found = peek();
        at++;
        return found;
    }

    private byte peek() throws UnusualException {
        if (at >= line.length) {
            throw new UnusualException();
        }
        return line[at];
    }
}
