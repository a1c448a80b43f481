package dev.bengal.collector;

import java.time.Duration;

/** A clock that stands still until it is told to go on. */
final class ManualTicker implements Ticker {
    private long nanos = 1_000;

    void advance(Duration duration) {
        nanos += duration.toNanos();
    }

    @Override
    public long nanos() {
        return nanos;
    }
}
