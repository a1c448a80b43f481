package dev.bengal.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments as they are written, in UTC. By hand for the years of four digits: a formatter is a hundred classes and a compiled
 * pattern, which a short build of another program would pay for.
 */
final class UtcText {
    private static final int LAST_YEAR = 9999;

    private UtcText() {}

    /** Such as {@code 2026-11-26T09:55:12.000Z}. */
    static String of(Instant moment) {
        LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        if (!isShort(time)) {
            return Formatters.LONG.format(moment);
        }
        StringBuilder text = new StringBuilder(24);
        date(text, time, "-");
        text.append('T');
        time(text, time, ":");
        padded(text.append('.'), Math.floorMod(moment.toEpochMilli(), 1000), 3);
        return text.append('Z').toString();
    }

    /** Such as {@code 20261126T095512Z}. */
    static String compact(Instant moment) {
        LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        if (!isShort(time)) {
            return Formatters.COMPACT.format(moment);
        }
        StringBuilder text = new StringBuilder(16);
        date(text, time, "");
        text.append('T');
        time(text, time, "");
        return text.append('Z').toString();
    }

    private static boolean isShort(LocalDateTime time) {
        return time.getYear() > 0 && time.getYear() <= LAST_YEAR;
    }

    private static void date(StringBuilder text, LocalDateTime time, String between) {
        padded(text, time.getYear(), 4);
        padded(text.append(between), time.getMonthValue(), 2);
        padded(text.append(between), time.getDayOfMonth(), 2);
    }

    private static void time(StringBuilder text, LocalDateTime time, String between) {
        padded(text, time.getHour(), 2);
        padded(text.append(between), time.getMinute(), 2);
        padded(text.append(between), time.getSecond(), 2);
    }

    private static void padded(StringBuilder text, int number, int digits) {
        String value = Integer.toString(number);
        text.append("0".repeat(digits - value.length())).append(value);
    }

    /** Loaded for a commit whose date is made up. */
    private static final class Formatters {
        private static final DateTimeFormatter LONG = of("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
        private static final DateTimeFormatter COMPACT = of("yyyyMMdd'T'HHmmss'Z'");

        private static DateTimeFormatter of(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
        }
    }
}
