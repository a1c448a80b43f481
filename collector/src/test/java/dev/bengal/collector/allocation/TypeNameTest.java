package dev.bengal.collector.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeNameTest {
    @ParameterizedTest
    @CsvSource({
        "[B, byte[]",
        "[[J, long[][]",
        "[Z, boolean[]",
        "[Ljava.lang.String;, java.lang.String[]",
        "java.util.HashMap$Node, java.util.HashMap$Node",
        "demo.Main$$Lambda$14/0x0000000800c03000, demo.Main$$Lambda",
        "[Ldemo.Main$$Lambda$14/0x0000000800c03000;, demo.Main$$Lambda[]",
        "[?, ?[]",
        "[, []"
    })
    void readable_isAsInSourceCode(String name, String readable) {
        assertThat(TypeName.readable(name)).isEqualTo(readable);
    }
}
