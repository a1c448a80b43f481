package dev.bengal.collector.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFileTest {
    /** Classes with constants of every kind: longs and doubles, method handles, dynamic calls. */
    @ParameterizedTest
    @CsvSource({
        "java.util.Map$Entry, Map.java",
        "java.lang.Math, Math.java",
        "java.lang.Double, Double.java",
        "java.util.stream.Collectors, Collectors.java",
        "dev.bengal.collector.allocation.AllocationRecorderTest, AllocationRecorderTest.java"
    })
    void of_isReadFromTheClassFile(String type, String file) {
        assertThat(SourceFile.of(type)).contains(file);
    }

    @Test
    void of_aClassWithoutAFileIsUnknown() {
        assertThat(SourceFile.of("demo.NoSuchClass")).isEmpty();
        assertThat(SourceFile.of("")).isEmpty();
    }
}
