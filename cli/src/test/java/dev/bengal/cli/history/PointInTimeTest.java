package dev.bengal.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointInTimeTest {
    /** In Berlin, clocks went from 02:00 to 03:00 on that day in March, and from 03:00 to 02:00 on that one in October. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:59, 2026-03-29T00:59:00Z",
        "2026-03-29T02:00, 2026-03-29T01:00:00Z",
        "2026-03-29T02:30, 2026-03-29T01:00:00Z",
        "2026-03-29T03:00, 2026-03-29T01:00:00Z",
        "2026-10-25T02:30, 2026-10-25T00:30:00Z"
    })
    void timeThatTheClockSkips_isTheEndOfTheGap(LocalDateTime shown, Instant meant) {
        assertThat(PointInTime.instant(shown, ZoneId.of("Europe/Berlin"))).isEqualTo(meant);
    }
}
