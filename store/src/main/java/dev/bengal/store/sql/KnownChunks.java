package dev.bengal.store.sql;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts of blocks that were read, for who asks about the same history again and again: a block never changes, and an index that was made
 * again has another mark. Nothing is kept of the first questions, since a command asks only a few. Safe for use by many threads.
 */
final class KnownChunks {
    /** So many bytes are kept, of those asked for last: all that the pictures of a million builds are drawn from. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int QUESTIONS_OF_A_COMMAND = 4;

    private final long most;
    private final Map<Key, byte[]> chunks = new LinkedHashMap<>(16, 0.75f, true);
    private int questions;
    private long size;

    KnownChunks() {
        this(MOST_BYTES);
    }

    KnownChunks(long mostBytes) {
        this.most = mostBytes;
    }

    /** One more question is asked. */
    synchronized void asked() {
        questions++;
    }

    synchronized byte @Nullable [] find(long index, long key) {
        return chunks.get(new Key(index, key));
    }

    /** Keeps a part, and drops what was asked for longest ago where it becomes too much. */
    synchronized void keep(long index, long key, byte[] bytes) {
        if (questions <= QUESTIONS_OF_A_COMMAND || chunks.put(new Key(index, key), bytes) != null) {
            return;
        }
        size += bytes.length;
        Iterator<byte[]> oldest = chunks.values().iterator();
        while (size > most) {
            size -= oldest.next().length;
            oldest.remove();
        }
    }

    private record Key(long index, long key) {
        // Written out for the reason given at BuildId.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && index == that.index && key == that.key;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(31 * index + key);
        }
    }
}
