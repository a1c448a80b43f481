package dev.bengal.collector;

import dev.bengal.model.Outcome;

/**
 * An open phase of a build. Close it on the thread that opened it, by {@code try (Phase phase = ...)}; closing twice does
 * nothing.
 */
public interface Phase extends AutoCloseable {
    /** Adds {@code count} to what the phase worked through. */
    void recordItems(long count);

    /** Opens a child of this phase, on whichever thread calls. */
    Phase phase(String name);

    /** Says how the phase ended; without it, {@link Outcome#SUCCESS}. */
    void outcome(Outcome outcome);

    /** Ends the phase. */
    @Override
    void close();
}
