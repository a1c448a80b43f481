package dev.bengal.formats.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenMetricsWriterTest {
    @Test
    void text_isWellFormedAndInBaseUnits() throws IOException {
        StringBuilder text = new StringBuilder();

        new OpenMetricsWriter().write(List.of(SampleBuild.complete(), SampleBuild.complete()), text);

        assertThat(text.toString())
                .startsWith(
                        "# TYPE bengal_total_duration_seconds gauge\n# UNIT bengal_total_duration_seconds seconds\n")
                .endsWith("# EOF\n");
        List<String> lines = text.toString().lines().toList();
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .matches(
                                "# (?:TYPE|UNIT|EOF).*|[a-z_]+\\{(?:[a-z]+=\"[^\"\\n]*\",?)+} -?[0-9]+(?:\\.[0-9]+)?"));
    }
}
