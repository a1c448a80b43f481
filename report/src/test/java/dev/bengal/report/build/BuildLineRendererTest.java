package dev.bengal.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.model.TopAllocators;
import dev.bengal.model.UsualLevel;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildLineRendererTest {
    private static SampleBuild measured() {
        return SampleBuild.id("b")
                .start("2026-03-02T12:00:00Z")
                .pages(842L)
                .millis(1930.4)
                .memory(118.36, 61.0, 2050.0);
    }

    private static final Map<String, UsualLevel> USUAL = Map.of(
            "total_duration_ms", new UsualLevel(1500, 1600, 1700),
            "memory_rss_mb", new UsualLevel(110, 115, 120),
            "memory_heap_mb", new UsualLevel(61.5, 62, 63));

    @Test
    void render_showsWhatWasMeasured() throws IOException {
        assertThat(line(measured(), Map.of())).isEqualTo("842 pages | 1.93s | 118.4MB RSS | 61.0MB heap\n");
    }

    @Test
    void render_drawsADashForWhatWasNot() throws IOException {
        assertThat(line(SampleBuild.id("b"), Map.of())).isEqualTo("– pages | – | – RSS | – heap\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 pages", "1, 1 page", "2, 2 pages"})
    void render_countsPages(long pages, String shown) throws IOException {
        assertThat(line(SampleBuild.id("b").pages(pages), Map.of())).startsWith(shown + " | ");
    }

    @Test
    void render_addsWhatIsBeyondNoise() throws IOException {
        assertThat(line(measured(), USUAL))
                .isEqualTo("842 pages | 1.93s | 118.4MB RSS | 61.0MB heap | time 1.93s, usually 1.50s to 1.70s"
                        + " | heap 61.0MB, usually 61.5MB to 63.0MB\n");
    }

    @Test
    void render_saysNothingOfAFailedBuild() throws IOException {
        assertThat(line(measured().outcome(Outcome.FAILED), USUAL))
                .isEqualTo("842 pages | 1.93s | 118.4MB RSS | 61.0MB heap\n");
    }

    @Test
    void render_blamesNoTimeOnTheRecorderOfAllocations() throws IOException {
        BuildMetrics recorded = measured().build().withTopAllocators(new TopAllocators(List.of(), 800, null));

        assertThat(line(recorded, USUAL)).isEqualTo("842 pages | 1.93s | 118.4MB RSS | 61.0MB heap\n");
    }

    private static String line(SampleBuild build, Map<String, UsualLevel> usual) throws IOException {
        return line(build.build(), usual);
    }

    private static String line(BuildMetrics build, Map<String, UsualLevel> usual) throws IOException {
        StringBuilder out = new StringBuilder();
        new BuildLineRenderer().render(BuildReport.of(build, usual), out);
        return out.toString();
    }
}
