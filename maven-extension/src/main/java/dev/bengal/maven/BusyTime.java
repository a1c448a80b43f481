package dev.bengal.maven;

import dev.bengal.collector.Ticker;

/** How long at least one of several things that may overlap was under way. Safe for use by several threads. */
final class BusyTime {
    private final Ticker ticker;
    private int underWay;
    private long since;
    private long nanos;

    BusyTime(Ticker ticker) {
        this.ticker = ticker;
    }

    synchronized void begin() {
        if (underWay++ == 0) {
            since = ticker.nanos();
        }
    }

    /** An end without a beginning, which was before anybody listened, does nothing. */
    synchronized void end() {
        if (underWay > 0 && --underWay == 0) {
            nanos += ticker.nanos() - since;
        }
    }

    /** So far, in milliseconds. */
    synchronized double millis() {
        return (nanos + (underWay > 0 ? ticker.nanos() - since : 0)) / 1e6;
    }
}
