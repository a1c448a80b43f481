package dev.bengal.site.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Optional;

/** Reads the dates that front matter has: {@code 2026-11-23}, with a time, with an offset; UTC where none is given. */
final class PageDate {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ofPattern("uuuu-M-d"))
            .optionalStart()
            .appendPattern("['T'][' ']H:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[ ]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(java.util.Locale.ROOT)
            .withResolverStyle(java.time.format.ResolverStyle.STRICT);

    private static final int PLAIN = "2026-11-23".length();

    private PageDate() {}

    /** The moment that a text means, or empty where it is no date. */
    static Optional<OffsetDateTime> parse(String text) {
        if (isPlain(text)) {
            return plain(text);
        }
        try {
            TemporalAccessor parsed = FORMAT.parse(text.strip());
            LocalDate date = LocalDate.from(parsed);
            LocalTime time = Optional.ofNullable(parsed.query(TemporalQueries.localTime()))
                    .orElse(LocalTime.MIDNIGHT);
            ZoneOffset offset =
                    Optional.ofNullable(parsed.query(TemporalQueries.offset())).orElse(ZoneOffset.UTC);
            return Optional.of(OffsetDateTime.of(date, time, offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDash = i == 4 || i == 7;
            if (isDash ? c != '-' : (c < '0' || c > '9')) {
                return false;
            }
        }
        return text.length() == PLAIN;
    }

    /** The commonest form, without the formatter. */
    private static Optional<OffsetDateTime> plain(String text) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(text, 0, 4, 10),
                    Integer.parseInt(text, 5, 7, 10),
                    Integer.parseInt(text, 8, 10, 10));
            return Optional.of(OffsetDateTime.of(date, LocalTime.MIDNIGHT, ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
