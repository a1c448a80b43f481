package dev.bengal.report;

import java.time.Instant;

/** Writes times as {@link Instant#toString} does, but finds the date anew only where the day is another one. */
final class IsoTime {
    private static final int SECONDS_OF_DAY = 86_400;

    private long day = Long.MIN_VALUE;
    private String date = "";

    void append(Instant time, StringBuilder text) {
        long now = Math.floorDiv(time.getEpochSecond(), SECONDS_OF_DAY);
        if (now != day) {
            day = now;
            String midnight = Instant.ofEpochSecond(day * SECONDS_OF_DAY).toString();
            date = midnight.substring(0, midnight.indexOf('T') + 1);
        }
        int second = Math.floorMod(time.getEpochSecond(), SECONDS_OF_DAY);
        text.append(date);
        digits(second / 3600, 10, text);
        digits(second / 60 % 60, 10, text.append(':'));
        digits(second % 60, 10, text.append(':'));
        fraction(time.getNano(), text);
        text.append('Z');
    }

    /** In three, six or nine digits, or not at all. */
    private static void fraction(int nanos, StringBuilder text) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        if (nanos % 1_000_000 == 0) {
            digits(nanos / 1_000_000, 100, text);
        } else if (nanos % 1000 == 0) {
            digits(nanos / 1000, 100_000, text);
        } else {
            digits(nanos, 100_000_000, text);
        }
    }

    private static void digits(int number, int highest, StringBuilder text) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
    }
}
