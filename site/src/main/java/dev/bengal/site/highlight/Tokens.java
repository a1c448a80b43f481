package dev.bengal.site.highlight;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The stretches of a code: in order, without a gap, none empty, and no two neighbours of the same kind. */
public final class Tokens {
    private int[] ends = new int[64];
    private @Nullable Kind[] kinds = new Kind[64];
    private int size;

    Tokens() {}

    /** All from the last end on is of this kind, or plain where it is null; nothing where that is not ahead. */
    void add(@Nullable Kind kind, int end) {
        if (end <= end()) {
            return;
        }
        if (size > 0 && kinds[size - 1] == kind) {
            ends[size - 1] = end;
            return;
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
        }
        ends[size] = end;
        kinds[size++] = kind;
    }

    private int end() {
        return size == 0 ? 0 : ends[size - 1];
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Where one ends, in characters from the start of the code; it begins where the one before ends. */
    public int end(int index) {
        return ends[index];
    }

    /** What one is; null for plain. */
    public @Nullable Kind kind(int index) {
        return kinds[index];
    }
}
