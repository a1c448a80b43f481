package dev.bengal.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A moment as records write it, such as {@code 2026-11-26T09:55:12.000Z}, with up to nine decimals or none. By hand, since the JDK's parser of
 * times is a hundred classes and a compiled pattern, which take longer than reading ten records.
 */
final class RecordedTime {
    private static final String PATTERN = "0000-00-00T00:00:00";
    private static final int MOST_DECIMALS = 9;

    private RecordedTime() {}

    /** Whether the text has that form; its month may still be the thirteenth. */
    static boolean isOne(String text) {
        int last = text.length() - 1;
        if (last < PATTERN.length() || text.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < PATTERN.length(); i++) {
            if (PATTERN.charAt(i) == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != PATTERN.charAt(i)) {
                return false;
            }
        }
        return last == PATTERN.length() || isFraction(text, PATTERN.length(), last);
    }

    private static boolean isFraction(String text, int point, int end) {
        boolean isFraction = text.charAt(point) == '.' && end > point + 1 && end <= point + 1 + MOST_DECIMALS;
        for (int i = point + 1; isFraction && i < end; i++) {
            isFraction = isDigit(text.charAt(i));
        }
        return isFraction;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /**
     * The moment that {@link #isOne} accepted.
     *
     * @throws java.time.DateTimeException if there is no such day or hour
     */
    static Instant of(String text) {
        int decimals = Math.max(0, text.length() - 2 - PATTERN.length());
        int nanos = decimals == 0 ? 0 : number(text, PATTERN.length() + 1, decimals);
        for (int i = decimals; i < MOST_DECIMALS; i++) {
            nanos *= 10;
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 2),
                        number(text, 8, 2),
                        number(text, 11, 2),
                        number(text, 14, 2),
                        number(text, 17, 2),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
