package dev.bengal.forge;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Pause {
    /** By sleeping; an interrupted thread does not wait, and stays interrupted. */
    Pause SLEEPING = duration -> {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    };

    /** Waits so long. */
    void of(Duration duration);
}
