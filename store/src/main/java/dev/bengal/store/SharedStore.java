package dev.bengal.store;

import java.util.List;
import java.util.function.Supplier;

/**
 * A store that several machines write to, elsewhere. Whatever it is asked may fail with a {@link SharedStoreException}.
 */
public interface SharedStore extends BuildStore {
    /**
     * Keeps lines of a journal as they are: all of them or none. What is there already, or was pruned, changes nothing, and what
     * is neither a build nor an event is left out.
     *
     * @param lines without their newlines, in the journal's order; at most some thousand at once, since they are held in memory
     * @return what was not there yet
     */
    Delivery deliver(List<byte[]> lines);

    /**
     * Makes lines ready, which needs no server and may be done while others are on their way to it. They are kept when the result
     * is asked for, as by {@link #deliver}.
     */
    default Supplier<Delivery> prepare(List<byte[]> lines) {
        return () -> deliver(lines);
    }

    /** What it is called in a sentence: its address without user and password. */
    String name();
}
