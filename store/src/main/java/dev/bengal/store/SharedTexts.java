package dev.bengal.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    private final @Nullable Text[] seen = new @Nullable Text[PLACES];

    /** The same text, the one seen before where it was. */
    String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int place = place(text.hashCode());
        Text known = seen[place];
        if (known != null && known.text.equals(text)) {
            return known.text;
        }
        seen[place] = new Text(text, null);
        return text;
    }

    /**
     * The text of these bytes, which are ASCII.
     *
     * @param hash that the text has
     */
    String shared(byte[] bytes, int from, int to, int hash) {
        int place = place(hash);
        Text known = seen[place];
        if (known != null
                && known.letters != null
                && Arrays.equals(known.letters, 0, known.letters.length, bytes, from, to)) {
            return known.text;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (text.length() <= LONGEST) {
            seen[place] = new Text(text, Arrays.copyOfRange(bytes, from, to));
        }
        return text;
    }

    private static int place(int hash) {
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }

    /** One that was seen; its letters where they came as bytes, since those are compared without a look at each. */
    private static final class Text {
        private final String text;
        private final byte @Nullable [] letters;

        Text(String text, byte @Nullable [] letters) {
            this.text = text;
            this.letters = letters;
        }
    }
}
