package dev.bengal.report.history;

import static dev.bengal.report.Reports.HASH_1;
import static dev.bengal.report.Reports.HASH_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.LevelChanges;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.model.BuildId;
import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.Reports;
import dev.bengal.report.text.CellWidth;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesRenderersTest {
    private static final Effect WORSE = new Effect(0.25, new Interval(0.22, 0.281), true);
    private static final Effect FASTER = new Effect(-0.1, new Interval(-0.12, -0.08), true);
    /** Of a metric that can be zero there is no percentage. */
    private static final Effect PLAIN = new Effect(3, new Interval(1, 4), false);

    private static final Effect UNSURE = new Effect(0.5, Interval.UNBOUNDED, true);

    private static final LevelChanges ALL = new LevelChanges(
            List.of(
                    change(TotalMetric.DURATION.metric(), "site full", HASH_2, WORSE, ChangePoint.Kind.STEP, true),
                    change(
                            PhaseMetric.ALLOCATED.metric("rendering"),
                            "site full",
                            null,
                            FASTER,
                            ChangePoint.Kind.STEP,
                            false),
                    change(TotalMetric.GC_COUNT.metric(), "mvn \u001b[2J", "x", PLAIN, ChangePoint.Kind.DRIFT, false),
                    change(
                            TotalMetric.RSS_GROWTH.metric(),
                            "site full",
                            HASH_2,
                            UNSURE,
                            ChangePoint.Kind.ENVIRONMENT,
                            false)),
            7,
            2,
            60);

    private static LevelChange change(
            Metric metric,
            String scenario,
            @Nullable String firstBad,
            Effect effect,
            ChangePoint.Kind kind,
            boolean accepted) {
        ChangePoint point = new ChangePoint(20, 19, effect, kind, ChangePoint.State.CONFIRMED);
        return new LevelChange(
                metric,
                "docs",
                new Scenario(scenario),
                point("a", "2026-03-01T08:30:00Z", HASH_1),
                point("b", "2026-03-02T09:30:00Z", firstBad),
                point,
                accepted);
    }

    private static Series.Point point(String id, String start, @Nullable String commit) {
        return new Series.Point(new BuildId(id), Instant.parse(start), 1, commit, null, "desk");
    }

    private static String table(LevelChanges changes) throws IOException {
        return table(changes, 200);
    }

    private static String table(LevelChanges changes, int width) throws IOException {
        StringBuilder out = new StringBuilder();
        new ChangesTableRenderer(ZoneOffset.UTC, width).render(changes, out);
        return out.toString();
    }

    /** With a metric of a Maven build, whose names are the longest. */
    @Test
    void table_ofANarrowTerminalHasMetricsBelow() throws IOException {
        String table = table(
                new LevelChanges(
                        List.of(
                                change(
                                        PhaseMetric.DURATION.metric(
                                                "module.a-catalog-with-a-very-long-name.mojo.surefire:test"),
                                        "mvn -T 2 clean verify",
                                        HASH_2,
                                        WORSE,
                                        ChangePoint.Kind.STEP,
                                        true),
                                change(
                                        TotalMetric.DURATION.metric(),
                                        "mvn -T 2 clean verify",
                                        HASH_2,
                                        FASTER,
                                        ChangePoint.Kind.STEP,
                                        false)),
                        7,
                        0,
                        60),
                80);

        GoldenFile.assertMatches(getClass(), "changes-80.txt", table);
        assertThat(table.lines())
                .allSatisfy(line -> assertThat(CellWidth.of(line)).as(line).isLessThanOrEqualTo(80));
    }

    @Test
    void table_keepsStepsDriftsAndEnvironmentsApart() throws IOException {
        GoldenFile.assertMatches(getClass(), "changes.txt", table(ALL));
    }

    @Test
    void table_ofNoChangeSaysInWhat() throws IOException {
        assertThat(table(new LevelChanges(List.of(), 3, 0, 60)))
                .isEqualTo("No change in 3 series of up to 60 builds.\n");
    }

    @Test
    void table_ofTooFewBuildsSaysSo() throws IOException {
        assertThat(table(new LevelChanges(List.of(), 0, 3, 19)))
                .isEqualTo("Nothing is judged below 20 comparable builds; the longest series has 19.\n");
    }

    @Test
    void json_hasEveryChangeWithItsBuilds() throws IOException {
        StringBuilder out = new StringBuilder();
        new ChangesJsonRenderer().render(ALL, out);

        GoldenFile.assertMatches(getClass(), "changes.json", out.toString());
    }

    @Test
    void history_isMarkedWhereAStepBegan() throws IOException {
        PerformanceReport report = Reports.of(
                        SampleBuild.id("a").millis(1000).commit(HASH_1),
                        SampleBuild.id("b").millis(1250).commit(HASH_2),
                        SampleBuild.id("c").millis(1251).commit(HASH_2))
                .withStepsAmong(ALL.changes());

        // Of the four changes, which all began with the second build, two are steps.
        assertThat(report.steps()).hasSize(2);
        GoldenFile.assertMatches(getClass(), "table-steps.txt", Reports.table(report));
    }

    @Test
    void history_isNotMarkedWhereTheStepLiesOutsideIt() {
        assertThat(Reports.of(SampleBuild.id("c")).withStepsAmong(ALL.changes()).steps())
                .isEmpty();
    }
}
