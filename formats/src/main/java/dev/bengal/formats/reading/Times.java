package dev.bengal.formats.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads times as tools write them. One beyond the years 1971 to 2999 is taken for none. */
final class Times {
    private static final Instant FIRST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2999-12-31T00:00:00Z");
    private static final List<DateTimeFormatter> WITH_OFFSET = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]xx", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx", Locale.ROOT),
            DateTimeFormatter.RFC_1123_DATE_TIME);

    private Times() {}

    /** The time that this text tells, in UTC where it names no offset; null where it is none. */
    static @Nullable Instant parse(String text) {
        String stripped = text.strip();
        for (DateTimeFormatter format : WITH_OFFSET) {
            try {
                return within(OffsetDateTime.parse(stripped, format).toInstant());
            } catch (DateTimeException e) {
                // The next one may fit.
            }
        }
        try {
            return within(LocalDateTime.parse(stripped.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The time so many milliseconds after 1970, or null. */
    static @Nullable Instant ofMillis(double millis) {
        return millis > 0 && millis < LAST.toEpochMilli() ? within(Instant.ofEpochMilli((long) millis)) : null;
    }

    private static @Nullable Instant within(Instant time) {
        return time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
    }
}
