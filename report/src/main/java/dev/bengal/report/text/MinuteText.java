package dev.bengal.report.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Moments to the minute in one zone, such as {@code 2026-11-26 09:55}. By hand, and by the zone's older class: a formatter is a hundred
 * classes, and the newer class of zones reads all zones once more and looks through the jar for others.
 */
public final class MinuteText {
    /** Before this year and after the next the two classes of zones may differ. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2037;

    private final TimeZone zone;

    public MinuteText(TimeZone zone) {
        this.zone = zone;
    }

    /** The moment, cut to its minute. */
    public String of(Instant moment) {
        int year = LocalDateTime.ofInstant(moment, ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                    .withZone(zone.toZoneId())
                    .format(moment);
        }
        int offsetSeconds = zone.getOffset(moment.toEpochMilli()) / 1000;
        LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.ofTotalSeconds(offsetSeconds));
        return time.getYear() + "-" + twoDigits(time.getMonthValue()) + "-" + twoDigits(time.getDayOfMonth()) + " "
                + twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
