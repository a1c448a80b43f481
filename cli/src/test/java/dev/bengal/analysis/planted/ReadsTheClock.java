package dev.bengal.analysis.planted;

/** A violation that the architecture test has to find. */
public final class ReadsTheClock {
    /** Depends on when it is asked. */
    public long now() {
        return System.nanoTime();
    }
}
