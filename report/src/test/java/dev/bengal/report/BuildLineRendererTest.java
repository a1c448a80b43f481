package dev.bengal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.TopAllocators;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Against it, {@link #measured} is 100 * (1930.4 - 2000) / 2000 = -3.48 % and so on. */
    private static SampleBuild before() {
        return SampleBuild.id("a")
                .start("2026-03-02T11:00:00Z")
                .commit(Reports.HASH_1)
                .pages(840L)
                .millis(2000)
                .memory(100.0, 61.0, 2000.0);
    }

    @Test
    void render_showsWhatWasMeasured() throws IOException {
        assertThat(line(measured(), null)).isEqualTo("842 pages | 1.93s | 118.4MB RSS | 61.0MB heap\n");
    }

    @Test
    void render_drawsADashForWhatWasNot() throws IOException {
        assertThat(line(SampleBuild.id("b"), null)).isEqualTo("– pages | – | – RSS | – heap\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 pages", "1, 1 page", "2, 2 pages"})
    void render_countsPages(long pages, String shown) throws IOException {
        assertThat(line(SampleBuild.id("b").pages(pages), null)).startsWith(shown + " | ");
    }

    @Test
    void render_addsTheChangeAgainstThePreviousBuild() throws IOException {
        // RSS: 100 * (118.36 - 100) / 100 = 18.36; allocated: 100 * (2050 - 2000) / 2000 = 2.5.
        assertThat(line(measured(), before()))
                .isEqualTo("842 pages | 1.93s | 118.4MB RSS | 61.0MB heap | time −3.5 %, RSS +18.4 %, heap ±0.0 %,"
                        + " allocated +2.5 % against 11111111 (60 minutes ago)\n");
    }

    @Test
    void render_leavesOutChangesOfWhatOneOfTheTwoDidNotMeasure() throws IOException {
        assertThat(line(measured().memory(null, null, null), before()))
                .isEqualTo("842 pages | 1.93s | – RSS | – heap | time −3.5 % against 11111111 (60 minutes ago)\n");
    }

    @Test
    void render_leavesOutTimeAndMemoryWhereOnlyOneOfTheTwoRecordedItsAllocation() throws IOException {
        BuildMetrics recorded = measured().build().withTopAllocators(new TopAllocators(List.of(), 800, null));

        assertThat(line(recorded, before().build()))
                .endsWith("heap | allocated +2.5 % against 11111111 (60 minutes ago)\n");
        assertThat(line(recorded, before().build().withTopAllocators(new TopAllocators(List.of(), 700, null))))
                .contains("| time −3.5 %, RSS +18.4 %");
    }

    @Test
    void render_saysNothingOfAPreviousBuildThatMeasuredNothing() throws IOException {
        assertThat(line(measured(), SampleBuild.id("a"))).isEqualTo("842 pages | 1.93s | 118.4MB RSS | 61.0MB heap\n");
    }

    @Test
    void render_namesThePreviousBuildWithoutACommit() throws IOException {
        assertThat(line(
                        measured(),
                        SampleBuild.id("a").start("2026-03-02T11:59:55Z").millis(1930.4)))
                .endsWith(" | time ±0.0 % against the build before (5 s ago)\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:00:01Z, just now",
        "2026-03-02T11:58:01Z, 119 s ago",
        "2026-03-02T11:58:00Z, 2 minutes ago",
        "2026-03-02T10:00:01Z, 119 minutes ago",
        "2026-03-02T10:00:00Z, 2 hours ago",
        "2026-02-28T12:00:01Z, 47 hours ago",
        "2026-02-28T12:00:00Z, 2 days ago"
    })
    void render_tellsHowLongAgoThePreviousBuildWas(String start, String ago) throws IOException {
        assertThat(line(measured(), before().start(start))).endsWith(" (" + ago + ")\n");
    }

    private static String line(SampleBuild build, @Nullable SampleBuild previous) throws IOException {
        return line(build.build(), previous == null ? null : previous.build());
    }

    private static String line(BuildMetrics build, @Nullable BuildMetrics previous) throws IOException {
        StringBuilder out = new StringBuilder();
        new BuildLineRenderer().render(BuildReport.of(build, Optional.ofNullable(previous)), out);
        return out.toString();
    }
}
