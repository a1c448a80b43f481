package dev.bengal.collector;

import dev.bengal.model.PhaseMetrics;

/** Hears of each phase as it ends; a nested phase ends before the one around it. */
@FunctionalInterface
public interface PhaseListener {
    /**
     * A phase has ended; called on the thread that ended it.
     *
     * @param depth how many phases lie around it, 0 at the top
     */
    void ended(PhaseMetrics phase, int depth);
}
