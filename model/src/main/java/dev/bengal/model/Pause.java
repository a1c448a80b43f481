package dev.bengal.model;

import java.time.Duration;

/** Lets time pass before something is tried again. What it does is chosen by the program around; nothing here waits. */
@FunctionalInterface
public interface Pause {
    /** Waits so long, or less where the thread is interrupted. */
    void of(Duration duration);
}
