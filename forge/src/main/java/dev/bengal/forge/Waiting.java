package dev.bengal.forge;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long to wait before asking again: as the forge says ({@code Retry-After} in seconds or as a date, {@code X-RateLimit-Reset} or
 * {@code RateLimit-Reset} in seconds since 1970), else 1, 2, 4 and 8 seconds, or a minute where a limit gives no time.
 */
final class Waiting {
    /** How often a request is sent at most. */
    static final int MOST_ATTEMPTS = 5;

    /** A build should not wait longer in all for one request. */
    static final Duration LONGEST = Duration.ofMinutes(3);

    private static final Duration WITHOUT_A_WORD = Duration.ofMinutes(1);
    private static final long LATEST_SECOND = 253_402_300_799L;

    private final InstantSource clock;

    Waiting(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether an answer means "too many requests". A forge that only forbids something gives no such header. */
    static boolean isLimit(int status, HttpHeaders headers, String message) {
        return status == 429
                || (status == 503 && headers.firstValue("Retry-After").isPresent())
                || (status == 403
                        && (headers.firstValue("Retry-After").isPresent()
                                || headers.firstValue("X-RateLimit-Remaining")
                                        .filter(rest -> rest.strip().equals("0"))
                                        .isPresent()
                                || message.toLowerCase(Locale.ROOT).contains("rate limit")));
    }

    /** After a limit. */
    Duration afterLimit(HttpHeaders headers) {
        return said(headers).orElse(WITHOUT_A_WORD);
    }

    /**
     * After a failure of the server or the line.
     *
     * @param attempt from 1 on
     */
    static Duration afterFailure(int attempt) {
        return Duration.ofSeconds(1L << Math.min(attempt - 1, 3));
    }

    private Optional<Duration> said(HttpHeaders headers) {
        return retryAfter(headers)
                .or(() -> headers.firstValue("X-RateLimit-Reset").flatMap(this::untilSecond))
                .or(() -> headers.firstValue("RateLimit-Reset").flatMap(this::untilSecond));
    }

    private Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(text -> {
            OptionalLong seconds = number(text);
            return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsLong())) : untilDate(text);
        });
    }

    private Optional<Duration> untilDate(String text) {
        try {
            return Optional.of(until(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Duration> untilSecond(String text) {
        OptionalLong second = number(text);
        return second.isPresent() ? Optional.of(until(Instant.ofEpochSecond(second.getAsLong()))) : Optional.empty();
    }

    /** A second more, since the clocks of two machines differ. */
    private Duration until(Instant time) {
        Duration rest = Duration.between(clock.instant(), time).plusSeconds(1);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private static OptionalLong number(String text) {
        try {
            long number = Long.parseLong(text.strip());
            return number < 0 || number > LATEST_SECOND ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
