package dev.bengal.report.history;

import static dev.bengal.report.Reports.HASH_1;
import static dev.bengal.report.Reports.HASH_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.model.TopAllocators;
import dev.bengal.model.UsualLevel;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.Reports;
import dev.bengal.report.text.CellWidth;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableRendererTest {
    private static SampleBuild first() {
        return SampleBuild.id("a")
                .start("2026-03-01T08:30:00Z")
                .commit(HASH_1)
                .pages(840L)
                .millis(2000)
                .memory(100.0, 50.0, 2000.0);
    }

    /** Against the first: time +15 %, RSS -10.5 %, heap +-0, allocated +0.2 %. */
    private static SampleBuild second() {
        return SampleBuild.id("b")
                .start("2026-03-02T23:59:59Z")
                .commit(HASH_2)
                .pages(842L)
                .millis(2300)
                .memory(89.5, 50.0, 2004.0);
    }

    @Test
    void render_showsBuildsAndTrends() throws IOException {
        assertTable(
                "table.txt",
                first(),
                SampleBuild.id("slow")
                        .start("2026-03-01T09:00:00Z")
                        .commit(HASH_1)
                        .pages(7L)
                        .millis(754_321)
                        .memory(1234.5, null, 123_456.7),
                second());
    }

    @Test
    void render_tellsTimeAndMemoryWithoutBuildsWhoseAllocationWasRecorded() throws IOException {
        BuildMetrics recorded = second().millis(9999)
                .memory(300.0, 70.0, 2001.0)
                .build()
                .withTopAllocators(new TopAllocators(List.of(), 800, null));

        GoldenFile.assertMatches(
                getClass(),
                "table-allocations.txt",
                Reports.table(Reports.of(List.of(first().build(), second().build(), recorded))));
    }

    @Test
    void render_namesProjectsWhereThereAreSeveral() throws IOException {
        assertTable("table-projects.txt", first(), second().project("shop"), second());
    }

    @Test
    void render_tellsHowABuildEndedWhereOneDidNotSucceed() throws IOException {
        assertTable(
                "table-outcomes.txt",
                first(),
                second().outcome(Outcome.FAILED),
                second().outcome(Outcome.INTERRUPTED),
                second().outcome(Outcome.SKIPPED),
                second());
    }

    @Test
    void render_drawsADashForWhatWasNotMeasured() throws IOException {
        assertTable("table-unmeasured.txt", SampleBuild.id("a"), SampleBuild.id("b"));
    }

    @Test
    void render_marksADirtyTreeAndLeavesItOutOfTheTrend() throws IOException {
        assertTable("table-dirty.txt", first(), second(), second().millis(9999).commit(HASH_2, true));
    }

    @Test
    void render_saysHowTheLastBuildStandsToItsLevelWhateverTheTrend() throws IOException {
        PerformanceReport report = Reports.of(first(), second().memory(89.5, 50.0, 1900.0))
                .withUsual(Map.of(
                        "total_duration_ms", new UsualLevel(2200, 2250, 2400),
                        "memory_rss_mb", new UsualLevel(70, 80, 85),
                        "allocated_mb", new UsualLevel(1990, 2000, 2010)));

        GoldenFile.assertMatches(getClass(), "table-usual.txt", Reports.table(report));
    }

    @Test
    void render_ofOneBuildHasNoTrend() throws IOException {
        assertTable("table-one.txt", first());
    }

    @Test
    void render_ofBuildsThatDoNotCompareSaysSo() throws IOException {
        assertTable("table-incomparable.txt", first(), second().fingerprint("laptop"));
    }

    @Test
    void render_disarmsHostileNames() throws IOException {
        String hostile = "\u001b[31mred\u001b[0m\n\r\tnew\u202eline\u2066\u2028\u009b2J\u0000\u200b end";
        String table = Reports.table(
                first().project(hostile).scenario(hostile).commit("\u001b]0;title\u0007"),
                second().project(hostile).scenario(hostile).commit("\u202e1234567890"),
                first());

        GoldenFile.assertMatches(getClass(), "table-hostile.txt", table);
        assertThat(table.replace("\n", "").codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        // Title, three builds, an empty line, the heading of the trend, and its five metrics.
        assertThat(table.lines()).hasSize(11);
    }

    @Test
    void render_alignsByTheCellsOfATerminal() throws IOException {
        // A rocket takes two cells, and so does each of the letters: the columns behind them start at one place.
        String table = Reports.table(first().scenario("\ud83d\ude80"), first().scenario("文書"), first().scenario("x"));

        assertThat(table.lines().skip(1).limit(3).map(CellWidth::of).distinct()).hasSize(1);
    }

    @Test
    void render_ofNoBuildsWritesNothing() throws IOException {
        assertThat(Reports.table()).isEmpty();
    }

    private void assertTable(String golden, SampleBuild... samples) throws IOException {
        GoldenFile.assertMatches(getClass(), golden, Reports.table(samples));
    }
}
