package dev.bengal.collector;

/** A clock for durations: never steps back, says nothing about the date. */
@FunctionalInterface
public interface Ticker {
    /** The clock of this JVM. */
    Ticker SYSTEM = new SystemTicker();

    /** Nanoseconds since an arbitrary moment. */
    long nanos();
}
