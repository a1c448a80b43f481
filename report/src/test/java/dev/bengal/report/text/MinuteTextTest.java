package dev.bengal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinuteTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "GMT+05:30"
            })
    void aMoment_isWrittenAsTheFormatterWritesIt(String zone) {
        TimeZone known = TimeZone.getTimeZone(zone);
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(known.toZoneId());
        MinuteText text = new MinuteText(known);

        // Every 37 hours and a bit: all hours of a day, each change of the clocks within a day and a half of it.
        for (Instant moment = Instant.parse("1960-01-01T00:00:00Z");
                moment.isBefore(Instant.parse("2045-01-01T00:00:00Z"));
                moment = moment.plus(Duration.ofMinutes(2231))) {
            assertThat(text.of(moment)).isEqualTo(formatter.format(moment));
        }
        for (String extreme : new String[] {"0001-01-02T00:00:00Z", "1883-11-18T12:00:00Z", "9999-12-30T00:00:00Z"}) {
            assertThat(text.of(Instant.parse(extreme))).isEqualTo(formatter.format(Instant.parse(extreme)));
        }
    }
}
