package dev.bengal.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatedLineTest {
    @Test
    void values_areTheVariablesAndAllElseIsTheTemplate() {
        TemplatedLine line = of("{\"id\":\"a, \\\"b\\\": {\",\"ms\":-1.5e3,\"tags\":[true,null,\"\"],\"of\":{}}");

        assertThat(line.template()).isEqualTo("{\"id\":\n,\"ms\":\n,\"tags\":[\n,\n,\n],\"of\":{}}");
        assertThat(variables(line)).isEqualTo("\"a, \\\"b\\\": {\"\n-1.5e3\ntrue\nnull\n\"\"");
    }

    @Test
    void template_isSharedByLinesOfTheSameKeys() {
        assertThat(of("{\"id\":\"a\",\"ms\":1,\"ok\":true}").template())
                .isEqualTo(of("{\"id\":\"größer\",\"ms\":null,\"ok\":false}").template());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1}",
                "{ \"a\" : 1 , \"b\" : [ ] }\t",
                "{\"größer\":\"\uD83D\uDE00\\u0000\\\\\"}",
                "{\"\\\"\":\"\\\"\"}",
                "\"",
                "\"\\",
                "a",
                ":,",
                ""
            })
    void line_comesBackAsItWas(String line) {
        assertThat(backAndForth(line)).isEqualTo(line);
    }

    @Test
    void line_comesBackWhateverItHolds() {
        String letters = "{}[],:\"\\ a1-.\tü\r";
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            String line = random.ints(random.nextInt(40), 0, letters.length())
                    .collect(StringBuilder::new, (text, c) -> text.append(letters.charAt(c)), StringBuilder::append)
                    .toString();

            assertThat(backAndForth(line)).isEqualTo(line);
        }
    }

    private static TemplatedLine of(String line) {
        return TemplatedLine.of(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String variables(TemplatedLine line) {
        return new String(line.variables(), StandardCharsets.UTF_8);
    }

    private static String backAndForth(String line) {
        return TemplatedLine.line(of(line).template(), variables(of(line)));
    }
}
