package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-26T20:06:16.640Z",
                "2026-11-26T20:06:16Z",
                "2024-02-29T23:59:59.999999999Z",
                "1969-12-31T23:59:59.5Z",
                "0001-01-02T00:00:00.000Z",
                "9999-12-31T00:00:00.000001Z"
            })
    void aTimeOfARecord_isReadAsTheJdkReadsIt(String text) {
        assertThat(RecordedTime.isOne(text)).isTrue();
        assertThat(RecordedTime.of(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-26",
                "2026-11-26T20:06Z",
                "2026-11-26T20:06:16",
                "2026-11-26T20:06:16z",
                "2026-11-26t20:06:16Z",
                "2026-11-26T20:06:16.Z",
                "2026-11-26T20:06:16.1234567890Z",
                "2026-11-26T20:06:16.12xZ",
                "2026-11-26T20:06:16,640Z",
                "2026-11-26T20:06:16+00:00",
                "+2026-11-26T20:06:16Z",
                "2026-11-26T20:06:1٠Z"
            })
    void whateverElse_isNone(String text) {
        assertThat(RecordedTime.isOne(text)).isFalse();
    }

    @Test
    void aDayThatIsNone_isRefused() {
        assertThat(RecordedTime.isOne("2026-02-29T00:00:00Z")).isTrue();
        assertThatThrownBy(() -> RecordedTime.of("2026-02-29T00:00:00Z")).isInstanceOf(DateTimeException.class);
        assertThat(RecordedTime.of("1970-01-01T00:00:00Z")).isEqualTo(Instant.EPOCH);
    }
}
