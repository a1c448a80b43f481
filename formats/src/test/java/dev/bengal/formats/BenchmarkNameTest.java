package dev.bengal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkNameTest {
    @Test
    void metric_hasParametersInOrder() {
        assertThat(new BenchmarkName("sort", Map.of("size", "10", "kind", "flat"), "time").metric())
                .isEqualTo("sort{kind=flat,size=10}#time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sort#time", "sort{kind=flat,size=10}#time", "echo '{x}'#time", "a#b#time", "sort{a=1}{b=2}#time"
            })
    void name_comesBackFromItsMetric(String metric) {
        assertThat(BenchmarkName.parse(metric).orElseThrow().metric()).isEqualTo(metric);
    }

    @Test
    void name_isNotSeenInOtherMetrics() {
        assertThat(BenchmarkName.parse("total_duration_ms")).isEmpty();
        assertThat(BenchmarkName.parse("#time")).isEmpty();
        assertThat(BenchmarkName.parse("sort#")).isEmpty();
    }
}
