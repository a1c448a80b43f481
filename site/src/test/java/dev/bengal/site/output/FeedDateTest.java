package dev.bengal.site.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-25T00:00:00Z",
                "2008-06-03T11:05:30Z",
                "0007-12-31T23:59:59Z",
                "1999-02-08T09:08:07.5+02:00",
                "2024-02-29T12:00:00-09:30",
                "2026-10-10T01:02:03+00:45"
            })
    void date_isWrittenAsTheJdkWritesIt(String text) {
        OffsetDateTime date = OffsetDateTime.parse(text);

        assertThat(FeedDate.of(date)).isEqualTo(date.format(DateTimeFormatter.RFC_1123_DATE_TIME));
    }
}
