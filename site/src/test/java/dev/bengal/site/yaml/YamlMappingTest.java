package dev.bengal.site.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlMappingTest {
    @Test
    void parse_keepsLinesOfMappingsInLists() throws YamlFault {
        YamlMapping mapping = YamlMapping.parse("menu:\n  - name: A\n  -\n    name: B\n");
        List<?> list = (List<?>) valueOf(mapping, "menu");

        assertThat(entry((YamlMapping) requireNonNull(list.get(1)), "name").line())
                .isEqualTo(4);
        assertThat(mapping.plain()).isEqualTo(Map.of("menu", List.of(Map.of("name", "A"), Map.of("name", "B"))));
    }

    @Test
    void parseAny_readsEveryShape() throws YamlFault {
        assertThat(YamlMapping.parseAny("- 1\n- two\n- true\n-\n- 1.5\n"))
                .isEqualTo(Arrays.asList(1, "two", true, null, 1.5));
        assertThat(YamlMapping.parseAny("word")).isEqualTo("word");
        assertThat(YamlMapping.parseAny("# nothing\n")).isNull();
        assertThat(YamlMapping.parseAny("!!binary aGVsbG8=")).isEqualTo("aGVsbG8=");
    }

    @Test
    void parse_refusesWhatIsNoMappingWithItsLine() {
        assertThatThrownBy(() -> YamlMapping.parse("# words\n\n- a\n"))
                .isInstanceOfSatisfying(
                        YamlFault.class, fault -> assertThat(fault.line()).isEqualTo(3));
    }

    @Test
    void parse_stopsAtValuesWithoutEnd() {
        assertThatThrownBy(() -> YamlMapping.parse("a: &a [*a]\n")).hasMessageContaining("inside each other");
        assertThatThrownBy(() -> YamlMapping.parse("a: &a {b: *a}\n")).hasMessageContaining("inside each other");
    }

    @Test
    void parse_stopsAtAliasesThatMultiply() {
        StringBuilder text = new StringBuilder("x0: &x0 [a]\n");
        for (int i = 1; i < 25; i++) {
            text.append("x%d: &x%d [*x%d, *x%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThatThrownBy(() -> YamlMapping.parse(text.toString())).isInstanceOf(YamlFault.class);
    }

    private static YamlEntry entry(YamlMapping mapping, String key) {
        return requireNonNull(mapping.entries().get(key));
    }

    private static Object valueOf(YamlMapping mapping, String key) {
        return requireNonNull(entry(mapping, key).value());
    }
}
