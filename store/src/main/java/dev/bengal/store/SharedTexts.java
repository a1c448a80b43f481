package dev.bengal.store;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts that were seen lately, each once: of thousands of builds in memory almost all are of the same few projects, phases, machines and
 * versions, and texts that are one need not be compared by their letters. Safe for use by many threads, which at worst miss what another one
 * has just seen.
 */
final class SharedTexts {
    private static final int PLACES = 1024;

    /** Longer ones are rarely the same. */
    private static final int LONGEST = 64;

    private final @Nullable String[] seen = new @Nullable String[PLACES];

    /** The same text, the one seen before where it was. */
    String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int place = spread(text.hashCode()) & (PLACES - 1);
        String known = seen[place];
        if (text.equals(known)) {
            return known;
        }
        seen[place] = text;
        return text;
    }

    /**
     * The text of these bytes, which are ASCII.
     *
     * @param hash that the text has
     */
    String shared(byte[] bytes, int from, int to, int hash) {
        int place = spread(hash) & (PLACES - 1);
        String known = seen[place];
        if (known != null && isText(known, bytes, from, to)) {
            return known;
        }
        return shared(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static boolean isText(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }
}
