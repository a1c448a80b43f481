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

    /** Begins work that threads do piece by piece in these stages, each of which is recorded as one child of this phase. */
    Stages stages(String... names);

    /** Says how the phase ended; without it, {@link Outcome#SUCCESS}. */
    void outcome(Outcome outcome);

    /** Ends the phase. */
    @Override
    void close();
}
