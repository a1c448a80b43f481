package dev.bengal.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildRecord;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
    @Test
    void render_ofNoBuildsIsAnEmptyArray() throws IOException {
        assertThat(render(List.of())).isEqualTo("[]\n");
    }

    @Test
    void render_writesEachRecordByteForByte() throws IOException {
        String odd = "{ \"a\" :1.50,\"b\":\"\\u00e4ä\\/\", \"a\":2 }";

        assertThat(render(List.of(record(odd)))).isEqualTo("[\n" + odd + "\n]\n");
        assertThat(render(List.of(record(odd), record("{}"), record(odd))))
                .isEqualTo("[\n" + odd + ",\n{},\n" + odd + "\n]\n");
    }

    private static BuildRecord record(String line) {
        return new BuildRecord(SampleBuild.id("a").build(), line);
    }

    private static String render(List<BuildRecord> records) throws IOException {
        StringBuilder out = new StringBuilder();
        new JsonRenderer().render(PerformanceReport.of(records), out);
        return out.toString();
    }
}
