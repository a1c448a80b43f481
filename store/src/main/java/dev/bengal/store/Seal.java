package dev.bengal.store;

import dev.bengal.journal.Journal;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What a journal looked like when it had been read up to a place: a checksum over its beginning and over what stands before that
 * place. Another journal under the same name, such as one that was pruned, has another one.
 */
public final class Seal {
    private static final int STRETCH = 4096;

    private Seal() {}

    /**
     * The seal of what stands before a place.
     *
     * @param position at most the size of the journal
     */
    public static long of(Journal journal, long position) {
        int length = (int) Math.min(STRETCH, position);
        CRC32C sum = new CRC32C();
        if (length > 0) {
            journal.read(List.of(new Journal.Stretch(0, length), new Journal.Stretch(position - length, length)))
                    .forEach(bytes -> sum.update(bytes, 0, bytes.length));
        }
        return sum.getValue();
    }
}
