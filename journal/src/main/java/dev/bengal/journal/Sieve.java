package dev.bengal.journal;

import java.io.IOException;
import java.util.List;

/** Decides what of a history stays in {@link Journal#rewrite}. */
public interface Sieve {
    /**
     * Whether a line stays. Called once for each line, in order.
     *
     * @param number of the line, from 1
     * @param line its bytes without the newline; empty for one longer than {@link Journal#LONGEST_LINE}
     * @param length of the line in bytes
     */
    boolean keeps(long number, byte[] line, long length);

    /**
     * Takes a piece of a line that does not stay. The pieces of a line follow each other, the last one with its newline.
     *
     * @param bytes to be read at once, not to be kept
     * @param length how many of them
     * @throws IOException where it cannot be kept; the history stays as it was
     */
    void aside(byte[] bytes, int length) throws IOException;

    /**
     * Called when all that does not stay has been seen, and before the history is replaced.
     *
     * @return lines to put at the end of the history
     * @throws IOException where what was taken out is not safe; the history stays as it was
     */
    List<String> finish() throws IOException;

    /**
     * Called instead of all that would follow, where the history stays as it was, and before another rewrite can begin.
     *
     * @throws IOException where what was taken out so far cannot be forgotten
     */
    default void abandon() throws IOException {}
}
