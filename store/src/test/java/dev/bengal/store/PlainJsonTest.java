package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it makes of a line is held against what the parser for all of JSON makes of it. */
class PlainJsonTest {
    private final SharedTexts texts = new SharedTexts();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { } \r\n\t",
                "{\"a\":[]}",
                "{\"a\":[1,-2, 3.5 ,true,false,null,\"x\",{\"b\":[[]]}]}",
                "{\"a\":1,\"b\":2,\"a\":3}",
                "{\"a\":0,\"b\":-0,\"c\":0.0,\"d\":-0.0,\"e\":0.125,\"f\":10.50}",
                "{\"a\":9223372036854775807,\"b\":-9223372036854775808,\"c\":9223372036854775808,\"d\":999999999999999999}",
                "{\"a\":1e3,\"b\":1E+3,\"c\":-1.5e-7,\"d\":1e400,\"e\":0e0}",
                "{\"a\":123456789012345.6,\"b\":0.1234567890123456,\"c\":325.991,\"d\":4.35,\"e\":2.2250738585072014E-308}",
                "{\"\":\"\",\"a\\\"b\":\"c\\\\d\\/\\b\\f\\n\\r\\t\"}",
                "{\"a\":\"\\u00e9\\u00E9\\ud83d\\ude00\",\"b\":\"é😀x\\n€\"}",
                "{\"a\":\"\\u0000\\ud800x\"}",
                "{\"a\":\"\u007f\"}"
            })
    void aLine_isReadAsTheFullParserReadsIt(String line) throws DamagedLineException {
        assertThat(plain(line)).isNotNull().isEqualTo(new FullJson(texts).object(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "null",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":-}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":1e}",
                "{\"a\":1x}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{\"a\":nullable}",
                "{\"a\":[1,]}",
                "{\"a\":[1}",
                "{\"a\":\"x}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"é\u0001\"}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":/**/1}"
            })
    void aLineThatIsNoObject_isLeftToTheFullParser(String line) {
        assertThat(plain(line)).isNull();
    }

    @Test
    void whatNoRecordHolds_isLeftToTheFullParser() {
        assertThat(plain("{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}")).isNotNull();
        assertThat(plain("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}")).isNull();
        assertThat(plain("{\"a\":" + "1".repeat(101) + "}")).isNull();
        assertThat(plain("{\"" + "a".repeat(10_001) + "\":1}")).isNull();
    }

    @Test
    void numbers_areThoseOfTheirText() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            String number = random.nextInt(100_000) + "."
                    + Long.toString(random.nextLong() >>> random.nextInt(64), 10)
                            .replace("-", "");
            assertThat(plain("{\"a\":" + number + "}")).isEqualTo(Map.of("a", Double.parseDouble(number)));
        }
    }

    private @Nullable Map<String, @Nullable Object> plain(String line) {
        return new PlainJson(line.getBytes(StandardCharsets.UTF_8), texts).object();
    }
}
