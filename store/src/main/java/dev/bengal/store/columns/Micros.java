package dev.bengal.store.columns;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as numbers: microseconds since 1970. */
public final class Micros {
    private Micros() {}

    /**
     * The number of a time; what is finer is cut off.
     *
     * @throws ArithmeticException beyond 290,000 years
     */
    public static long of(Instant time) {
        // ChronoUnit.between counts in nanoseconds on its way, which the year 1 has too many of.
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
    }

    /** The time of a number. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
