package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Direction;
import dev.bengal.model.Measurement;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordEncoderTest {
    @Test
    void line_holdsEveryKeyInTheOrderOfTheFormat() throws IOException {
        GoldenFile.assertMatches(getClass(), "complete.jsonl", RecordEncoder.line(SampleBuild.complete()) + "\n");
    }

    @Test
    void pretty_isTheSameOverManyLines() throws IOException {
        GoldenFile.assertMatches(getClass(), "complete.json", RecordEncoder.pretty(SampleBuild.complete()) + "\n");
    }

    @Test
    void line_writesNullForWhatIsNotKnown() throws IOException {
        GoldenFile.assertMatches(
                getClass(),
                "bare.jsonl",
                RecordEncoder.line(SampleBuild.id("01bare").build()) + "\n");
    }

    @Test
    void pretty_writesEmptyListsOnOneLine() {
        assertThat(RecordEncoder.pretty(SampleBuild.id("01bare").build()).lines())
                .contains("  \"phases\": [],", "  \"measurements\": [],", "  \"schema_version\": 1,");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "100.0, 100",
        "10000000.0, 10000000",
        "0.1, 0.1",
        "1.2345, 1.234",
        "1.2355, 1.236",
        "0.0004, 0",
        "-0.0004, 0",
        "-3.25, -3.25",
        "123456789012.125, 123456789012.125",
        "NaN, null",
        "Infinity, null"
    })
    void line_roundsToThreeDecimalsHalfToEven(double millis, String written) {
        assertThat(RecordEncoder.line(SampleBuild.id("a").millis(millis).build()))
                .contains("\"total_duration_ms\":" + written + ",");
    }

    @ParameterizedTest
    @CsvSource({"0.00000042, 0.00000042", "1.23456789, 1.23456789", "2500.0, 2500", "1.0E12, 1000000000000"})
    void line_keepsEveryDigitOfAMeasurement(double value, String written) {
        Metric metric = new Metric("parse", new Unit("s"), Direction.LOWER, NoiseClass.NOISY);
        Measurement measurement = new Measurement(metric, value, List.of(value, 7.0), null, true);

        assertThat(RecordEncoder.line(withMeasurement(measurement)))
                .contains("\"value\":" + written + ",")
                .contains("\"samples\":[" + written + ",7],");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "quote \" | quote \\\"",
                "back\\slash | back\\\\slash",
                "slash / | slash /",
                "emoji \ud83d\ude80 | emoji \ud83d\ude80",
                "umlaut \u00e4 | umlaut \u00e4"
            })
    void line_escapesOnlyWhatJsonMustNotHold(String text, String written) {
        assertThat(lineOfProject(text)).contains("\"project\":\"" + written + "\",");
    }

    @Test
    void line_escapesControlCharactersAndLineSeparators() {
        assertThat(lineOfProject("a\nb\rc\td\u0000e\u001bf\u007fg\u2028h\u2029i\bj\fk"))
                .contains("\"project\":\"a\\nb\\rc\\td\\u0000e\\u001bf\\u007fg\\u2028h\\u2029i\\u0008j\\u000ck\",")
                .doesNotContain("\n")
                .doesNotContain("\r");
    }

    @Test
    void line_escapesLoneSurrogatesAndLeavesPairs() {
        // high alone, low alone, low before high, high at the end; and a pair between them that stays.
        assertThat(lineOfProject("\ud83dx\ude80y\ude80\ud83dz\ud83d\ude80\ud83d"))
                .contains("\"project\":\"\\ud83dx\\ude80y\\ude80\\ud83dz\ud83d\ude80\\ud83d\",");
    }

    @Test
    void line_isUtf8WhateverItHolds() {
        String line = lineOfProject("\ud83d \u0000 \ude80 \uffff \ufeff");

        assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07Z, 2026-03-04T05:06:07.000Z",
        "2026-03-04T05:06:07.123987Z, 2026-03-04T05:06:07.123Z",
        "2026-03-04T23:30:00-05:00, 2026-03-05T04:30:00.000Z"
    })
    void line_writesTimesInUtcWithMilliseconds(String start, String written) {
        assertThat(RecordEncoder.line(SampleBuild.id("a").start(start).build()))
                .contains("\"timestamp\":\"" + written + "\",");
    }

    private static String lineOfProject(String name) {
        return RecordEncoder.line(SampleBuild.id("a").project(name).build());
    }

    private static BuildMetrics withMeasurement(Measurement measurement) {
        BuildMetrics bare = SampleBuild.id("a").build();
        return new BuildMetrics(
                bare.identity(),
                bare.stats(),
                null,
                null,
                bare.totals(),
                List.of(),
                List.of(),
                List.of(measurement),
                bare.environment());
    }
}
