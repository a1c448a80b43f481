package dev.bengal.site.incremental;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in a file. It is unpacked when it is asked for, by the thread that needs it, and goes into the next file
 * as it is. Safe for use by several threads.
 */
final class Packed<T> {
    private final Format<T> format;
    private final byte[] file;
    private final int from;
    private final int length;
    private @Nullable T record;

    /** @param file not copied, and not to be changed */
    Packed(Format<T> format, byte[] file, int from, int length) {
        this.format = format;
        this.file = file;
        this.from = from;
        this.length = length;
    }

    /** The record, the same object each time; empty where the bytes are none. */
    synchronized Optional<T> get() {
        T known = record;
        if (known == null) {
            try {
                known = format.unpack(new Unpacking(file, from, length));
                record = known;
            } catch (MemoryFile.Unreadable e) {
                return Optional.empty();
            }
        }
        return Optional.of(known);
    }

    /** Whether a record is this one. */
    synchronized boolean is(@Nullable T other) {
        return record != null && record == other;
    }

    void copyTo(Packing packing) {
        packing.copy(file, from, length);
    }

    /** How a record is read. */
    @FunctionalInterface
    interface Format<T> {
        T unpack(Unpacking packed) throws MemoryFile.Unreadable;
    }
}
