package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTextTest {
    private static String formatted(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-26T09:05:02.007Z",
                "1970-01-01T00:00:00Z",
                "0001-01-01T00:00:00.999999999Z",
                "9999-12-31T23:59:59.999Z",
                "0000-02-29T01:02:03Z",
                "-0044-03-15T12:00:00Z",
                "+31000-01-01T00:00:00Z"
            })
    void text_isThatOfTheFormatter(String moment) {
        Instant instant = Instant.parse(moment);

        assertThat(UtcText.of(instant)).isEqualTo(formatted("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", instant));
        assertThat(UtcText.compact(instant)).isEqualTo(formatted("yyyyMMdd'T'HHmmss'Z'", instant));
    }
}
