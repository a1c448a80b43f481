package dev.bengal.formats.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Direction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {
    /** Those with a slash are JMH's, Go's, Criterion's and of people. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOWER  | ns, Nanosecond, us, µs, microsecond, ms, millisecond, s, second, min, minute, h, hour, hours
            LOWER  | B, bytes, KiB, megabyte, MB, gibibytes
            LOWER  | ns/op, ms/op, s/iter, us/request, p99-ns/op, B/op, heap-bytes/op, MB/file, allocs/op, instructions/op
            HIGHER | ops/ns, ops/us, ops/s, ops/min, ops/hr, ops/day, MB/s, /s
            HIGHER | requests/minute, jobs/hour, events/millisecond, requests/second, lines/microsecond, builds/h
            NONE   | hits/lookup, hits/op, #/op, entries/page, points, %, count
            """)
    void direction_isToldByTheUnitWhereThatIsKnown(Direction direction, String units) {
        for (String unit : units.split(", ")) {
            assertThat(Metrics.direction(unit)).as(unit).isEqualTo(direction);
        }
    }
}
