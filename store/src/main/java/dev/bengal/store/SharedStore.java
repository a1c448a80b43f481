package dev.bengal.store;

import java.util.List;
import java.util.function.Supplier;

/**
 * A store that several machines and projects write to, elsewhere, opened for one of the projects: builds of the others are neither shown nor
 * counted, do not change its mark and keep none of its own from being found. What was said about builds is that of all, since it names
 * what it is about. Whatever it is asked may fail with a {@link SharedStoreException}.
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

    /** Begins to hand over many lines, batch by batch. The caller closes it. */
    default Handover handover() {
        return lines -> () -> deliver(lines);
    }

    /** Batches on their way to a store, one after another, of which each is kept as by {@link #deliver}. */
    @FunctionalInterface
    interface Handover extends AutoCloseable {
        /**
         * Makes a batch ready, which needs no server and may be done while the one before is on its way to it. It is kept when the
         * result is asked for.
         */
        Supplier<Delivery> prepare(List<byte[]> lines);

        @Override
        default void close() {}
    }

    /** What it is called in a sentence: its address without user and password. */
    String name();
}
