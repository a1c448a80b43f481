package dev.bengal.collector;

/** The clock of the JVM. Not a lambda: that would be a class made at run time, in every build. */
final class SystemTicker implements Ticker {
    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
