package dev.bengal.journal;

import dev.bengal.model.Decimals;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object, since this module may bring no parser along. Absent values are written as {@code null}; numbers
 * have at most three decimals, which is a microsecond or a kibibyte, unless all are asked for; strings stay valid UTF-8 whatever they hold.
 */
final class JsonWriter {
    private static final int DECIMALS = 3;

    private final StringBuilder text = new StringBuilder(2048);
    private final boolean pretty;
    private int depth;
    private boolean first = true;

    /** @param pretty whether each key stands on a line of its own */
    JsonWriter(boolean pretty) {
        this.pretty = pretty;
    }

    JsonWriter beginObject() {
        return open('{');
    }

    JsonWriter beginObject(String key) {
        key(key);
        return open('{');
    }

    JsonWriter endObject() {
        return close('}');
    }

    JsonWriter put(String key, @Nullable String value) {
        key(key);
        if (value == null) {
            text.append("null");
        } else {
            string(value);
        }
        return this;
    }

    JsonWriter put(String key, @Nullable Number value) {
        key(key);
        text.append(value == null ? "null" : number(value));
        return this;
    }

    JsonWriter put(String key, @Nullable Boolean value) {
        key(key);
        text.append(value);
        return this;
    }

    JsonWriter putStrings(String key, List<String> values) {
        beginArray(key);
        for (String value : values) {
            separate();
            string(value);
        }
        return endArray();
    }

    /** A finite number with all its digits: in a unit of which nothing is known, every one may count. */
    JsonWriter putExact(String key, double value) {
        key(key);
        text.append(Decimals.exact(value));
        return this;
    }

    /** Finite numbers with all their digits. */
    JsonWriter putExact(String key, List<Double> values) {
        beginArray(key);
        for (double value : values) {
            separate();
            text.append(Decimals.exact(value));
        }
        return endArray();
    }

    JsonWriter beginArray(String key) {
        key(key);
        return open('[');
    }

    /** An object in an array. */
    JsonWriter beginElement() {
        separate();
        return open('{');
    }

    JsonWriter endArray() {
        return close(']');
    }

    private void key(String key) {
        separate();
        string(key);
        text.append(pretty ? ": " : ":");
    }

    private JsonWriter open(char bracket) {
        text.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonWriter close(char bracket) {
        depth--;
        if (!first) {
            newLine();
        }
        text.append(bracket);
        first = false;
        return this;
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
        newLine();
    }

    private void newLine() {
        if (pretty) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private static String number(Number value) {
        if (value instanceof Double real) {
            return Double.isFinite(real) ? Decimals.rounded(real, DECIMALS, RoundingMode.HALF_EVEN) : "null";
        }
        return value.toString();
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 || isLoneSurrogate(value, i)) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean isLoneSurrogate(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
