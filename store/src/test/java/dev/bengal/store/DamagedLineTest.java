package dev.bengal.store;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.sample.SampleBuild;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedLineTest {
    private static final BuildMetrics BUILD = SampleBuild.complete();
    private static final String LINE = RecordEncoder.line(BUILD);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\r", "  \r", "\uFEFF"})
    void read_ofWhiteSpaceIsBlank(String line) {
        assertThat(Lines.read(line)).isEqualTo(new HistoryLine.Blank());
    }

    @Test
    void read_ofALineCutShortSaysSo() {
        byte[] whole = LINE.getBytes(UTF_8);
        for (int length = 1; length < whole.length; length++) {
            // A cut within the ö or ß of the branch's name leaves half a character behind.
            boolean halfACharacter = (whole[length] & 0xC0) == 0x80;

            assertThat(Lines.damage(Arrays.copyOf(whole, length)))
                    .as("cut to %d bytes", length)
                    .isEqualTo(halfACharacter ? "not UTF-8" : "not JSON (unexpected end of line)");
        }
        assertThat(Lines.build(LINE)).isEqualTo(BUILD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{} | not a build record: no timestamp",
                "[] | not a JSON object",
                "3 | not a JSON object",
                "null | not a JSON object",
                "\"x\" | not a JSON object",
                "[{}] | not a JSON object",
                "{\"a\":1}{\"a\":1} | more than one JSON value on the line",
                "{\"a\":1} {\"a\":1 | more than one JSON value on the line",
                "{\"a\":1}, | not JSON (unexpected text at character 8)",
                "{\"a\":1}} | not JSON (unexpected text at character 8)",
                "{\"a\":1,} | not JSON (unexpected text at character 8)",
                "{'a':1} | not JSON (unexpected text at character 2)",
                "hello | not a JSON object",
                "{\"timestamp\":\"2026-03-04T05:06:07\"} | not a build record: no build_time_ms",
                "{\"build_time_ms\":1} | not a build record: no timestamp"
            })
    void read_ofAnythingElseSaysWhatItIs(String line, String reason) {
        assertThat(Lines.damage(line)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "01", "0x1F", ".5", "1.", "tru", "undefined"})
    void read_ofWhatJsonDoesNotKnowSaysWhere(String value) {
        assertThat(Lines.damage("{\"total_duration_ms\":" + value + "}"))
                .matches("not JSON \\(unexpected text at character \\d\\d\\)");
    }

    @Test
    void read_ofNulBytesSaysSo() {
        assertThat(Lines.damage(new byte[4096])).isEqualTo("it holds NUL bytes, as a crash of the machine leaves them");
        byte[] overwritten = LINE.getBytes(UTF_8);
        Arrays.fill(overwritten, 100, 200, (byte) 0);
        assertThat(Lines.damage(overwritten)).startsWith("it holds NUL bytes");
    }

    @Test
    void read_ofAnotherEncodingSaysSo() {
        assertThat(Lines.damage(new byte[] {'{', (byte) 0xE4, '}'})).isEqualTo("not UTF-8");
        // With its mark, UTF-16 is no UTF-8; without it, it is UTF-8 with NULs in between.
        assertThat(Lines.damage(LINE.getBytes(UTF_16))).startsWith("not UTF-8 but UTF-16");
        assertThat(Lines.damage("{\"a\":1}".getBytes(UTF_16LE))).startsWith("not UTF-8 but UTF-16");
    }

    @Test
    void read_toleratesWhatWindowsAddsToALine() {
        assertThat(Lines.build(LINE + "\r")).isEqualTo(BUILD);
        assertThat(Lines.build("\uFEFF" + LINE)).isEqualTo(BUILD);
        assertThat(Lines.anyBuild("\uFEFF" + LINE + "\r").record().line()).isEqualTo(LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"schema_version\":1,\"phases\":["})
    void read_ofDeepNestingKeepsTheStack(String opening) {
        assertThat(Lines.damage(opening.repeat(100_000))).matches("not a JSON object|not JSON \\(nested too deep.*");
        assertThat(Lines.damage("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .isEqualTo("not JSON (nested too deep, or a value too long)");
    }

    @Test
    void read_ofAHugeStringIsABuildLikeAnyOther() {
        String tenMillion = "x".repeat(10_000_000);
        BuildMetrics build = SampleBuild.id("huge").project(tenMillion).build();

        assertThat(Lines.build(RecordEncoder.line(build)).identity().project()).hasSize(10_000_000);
    }

    @Test
    void read_quotesShortlyAndWithoutSteeringATerminal() {
        String hostile = "\\u001b[31mred\\u009b2J\\u202eevil" + "x".repeat(1000);

        assertThat(Lines.notes("{\"schema_version\":1,\"build_id\":\"a\",\"timestamp\":\"2026-03-04T05:06:07Z\","
                        + "\"outcome\":\"" + hostile + "\"}"))
                .singleElement()
                .asString()
                .startsWith("outcome is unknown: \uFFFD[31mred\uFFFD2J\uFFFDevilxxx")
                .endsWith("x...")
                .hasSize(123);
        assertThat(Lines.damage("{\"a\":x\u009b31m}")).isEqualTo("not JSON (unexpected text at character 6)");
    }

    @Test
    void read_neverThrowsWhateverBytesAreChanged() {
        Random random = new Random(20260304);
        byte[] whole = LINE.getBytes(UTF_8);
        int builds = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] changed = whole.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            builds += Lines.read(changed) instanceof HistoryLine.Build ? 1 : 0;
        }

        // Some changes hit a digit or a letter within a string: both ways were taken.
        assertThat(builds).isBetween(100, 4_900);
    }

    @Test
    void read_tellsASignOfReplacementFromWhatIsNoUtf8() {
        String fine = "{\"schema_version\":1,\"build_id\":\"a\",\"timestamp\":\"2026-03-04T00:00:00Z\","
                + "\"outcome\":\"success\",\"project\":\"\uFFFD\"}";
        byte[] broken = fine.getBytes(UTF_8);
        // The last of the three bytes of the sign.
        broken[fine.indexOf('\uFFFD') + 2] = 'x';

        assertThat(Lines.build(fine).identity().project()).isEqualTo("\uFFFD");
        assertThat(Lines.damage(broken)).isEqualTo("not UTF-8");
    }
}
