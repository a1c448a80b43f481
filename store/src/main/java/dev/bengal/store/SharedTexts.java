package dev.bengal.store;

import java.util.function.UnaryOperator;
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

    private final UnaryOperator<String> mended;
    private final @Nullable String[] seen = new @Nullable String[PLACES];

    /** @param mended what becomes of a text before others see it; it is asked once for texts that come again and again */
    SharedTexts(UnaryOperator<String> mended) {
        this.mended = mended;
    }

    /** The same text, mended, and the one seen before where it was. */
    String shared(String text) {
        if (text.length() > LONGEST) {
            return mended.apply(text);
        }
        int place = spread(text.hashCode()) & (PLACES - 1);
        String known = seen[place];
        if (text.equals(known)) {
            return known;
        }
        String kept = mended.apply(text);
        seen[place] = kept;
        return kept;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }
}
