package dev.bengal.store.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Texts of records as PostgreSQL can hold them. It knows neither U+0000 nor halves of surrogate pairs, both of which JSON can
 * spell: they are written with a backslash, and a backslash as two. And its indexes take no text of more than some kilobytes: a
 * key of a longer one is its beginning and a checksum.
 */
final class StoredText {
    private static final int LONGEST_KEY = 200;
    private static final int KEPT = 120;

    private StoredText() {}

    /** All of a text. */
    static String of(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text, plain)) {
            plain++;
        }
        return plain == text.length() ? text : escape(text);
    }

    private static String escape(String text) {
        StringBuilder stored = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(text, i)) {
                stored.append(c);
            } else if (c == '\\') {
                stored.append("\\\\");
            } else {
                stored.append(String.format("\\%04x", (int) c));
            }
        }
        return stored.toString();
    }

    private static boolean isPlain(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c != 0 && c != '\\';
    }

    /** The text of which that is all. */
    static String read(String stored) {
        if (stored.indexOf('\\') < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder(stored.length());
        for (int i = 0; i < stored.length(); i++) {
            char c = stored.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (stored.charAt(i + 1) == '\\') {
                text.append('\\');
                i++;
            } else {
                text.append((char) Integer.parseInt(stored.substring(i + 1, i + 5), 16));
                i += 4;
            }
        }
        return text.toString();
    }

    /** What stands for a text in an index: equal for equal texts, and short. */
    static String key(String text) {
        String stored = of(text);
        return stored.length() <= LONGEST_KEY ? stored : beginning(stored) + '…' + checksum(stored);
    }

    /** Whether a text cannot be read from its key. */
    static boolean isCut(String text) {
        return text.length() > LONGEST_KEY || of(text).length() > LONGEST_KEY;
    }

    /** What the key of every text begins with that begins so. */
    static String beginningOfKey(String prefix) {
        String stored = of(prefix);
        return stored.length() <= KEPT ? stored : beginning(stored);
    }

    private static String beginning(String stored) {
        return stored.substring(0, Character.isHighSurrogate(stored.charAt(KEPT - 1)) ? KEPT - 1 : KEPT);
    }

    private static String checksum(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
