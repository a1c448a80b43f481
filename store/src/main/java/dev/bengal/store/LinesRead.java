package dev.bengal.store;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Function;

/**
 * What the lines held that were read last. Who asks for the newest builds twice in one process, as a build does that rehearses its saving,
 * waits for their parsing once. A line always means the same, so nothing in here is ever out of date.
 */
final class LinesRead {
    private static final int KEPT = 16;

    /** Longer lines, in bytes, are rare and not worth the memory. */
    private static final int LONGEST = 1 << 16;

    private final Deque<Read> newest = new ArrayDeque<>();

    /** What the line holds, from {@code reader} where it was not among those read last. */
    synchronized HistoryLine line(byte[] bytes, Function<byte[], HistoryLine> reader) {
        for (Read read : newest) {
            // Lines begin with an id of their own, so that those of other builds differ at once.
            if (Arrays.equals(read.bytes(), bytes)) {
                return read.line();
            }
        }
        HistoryLine line = reader.apply(bytes);
        keep(new Read(bytes, line));
        return line;
    }

    private void keep(Read read) {
        if (read.bytes().length <= LONGEST) {
            newest.addFirst(read);
        }
        if (newest.size() > KEPT) {
            newest.removeLast();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared with nothing, and changed by nobody.
    private record Read(byte[] bytes, HistoryLine line) {}
}
