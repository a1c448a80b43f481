package dev.bengal.junit;

import dev.bengal.collector.Instruments;

/** The instruments of this JVM, loaded when somebody measures. */
final class ThisJvm {
    private static final Instruments INSTRUMENTS = Instruments.ofThisJvm();
    private static final SharedPeak PEAK = new SharedPeak(INSTRUMENTS.memory());

    private ThisJvm() {}

    /** For single tests. */
    static Gauge gauge(boolean parallel, boolean collecting) {
        return new Gauge(INSTRUMENTS, PEAK, parallel, collecting);
    }

    /** For a whole run, which shares the peak of the resident set with its tests. */
    static Instruments forRun() {
        Instruments own = Instruments.ofThisJvm();
        return new Instruments(
                own.ticker(), own.clock(), PEAK.open(), own.allocation(), own.cpu(), own.io(), own.heap());
    }
}
