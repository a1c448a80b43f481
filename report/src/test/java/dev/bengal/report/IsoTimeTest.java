package dev.bengal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "2026-11-26T08:30:05.120Z",
                "2026-11-26T23:59:59.000001Z",
                "-0044-03-15T12:00:00Z",
                "+12026-01-01T00:00:00.000000001Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void time_isWrittenAsTheJdkWritesIt(String text) {
        assertThat(written(new IsoTime(), Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void timesOfManyDays_areEachWrittenAsTheJdkWritesThem() {
        Random random = new Random(7);
        IsoTime one = new IsoTime();
        for (int i = 0; i < 5000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextInt(400_000) - 200_000L, random.nextInt(1000) * 1_000_000L);
            assertThat(written(one, time)).isEqualTo(time.toString());
        }
    }

    private static String written(IsoTime time, Instant instant) {
        StringBuilder text = new StringBuilder();
        time.append(instant, text);
        return text.toString();
    }
}
