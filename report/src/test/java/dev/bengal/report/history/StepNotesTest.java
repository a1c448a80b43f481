package dev.bengal.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.Reports;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class StepNotesTest {
    private static final Metric TIME = TotalMetric.DURATION.metric();
    private static final Metric MEMORY = TotalMetric.RSS_GROWTH.metric();

    private static PerformanceReport report(int builds, List<LevelChange> steps) {
        List<BuildMetrics> built = new ArrayList<>();
        for (int i = 0; i < builds; i++) {
            built.add(SampleBuild.id("b" + i).build());
        }
        return Reports.of(built).withStepsAmong(steps);
    }

    private static LevelChange step(String build, Metric metric, double share) {
        Effect effect = new Effect(share, new Interval(share - 0.01, share + 0.01), true);
        ChangePoint point = new ChangePoint(20, 19, effect, ChangePoint.Kind.STEP, ChangePoint.State.CONFIRMED);
        return new LevelChange(metric, "docs", new Scenario("full"), point("before"), point(build), point, false);
    }

    private static Series.Point point(String build) {
        return new Series.Point(new BuildId(build), Instant.EPOCH, 1, null, null, "desk");
    }

    @Test
    void marks_areCountedInTheOrderOfTheBuilds() {
        PerformanceReport report =
                report(4, List.of(step("b3", TIME, 0.25), step("b1", TIME, 0.5), step("b3", MEMORY, -0.1)));
        StepNotes notes = new StepNotes(report);

        assertThat(report.builds())
                .extracting(known -> notes.mark(known.build()))
                .containsExactly("", "(1)", "", "(2)");
        assertThat(notes.lines())
                .containsExactly(
                        "(1) from here on time +50.0 % (+49.0 % to +51.0 %), confirmed",
                        "(2) from here on time +25.0 % (+24.0 % to +26.0 %), confirmed",
                        "(2) from here on RSS −10.0 % (−11.0 % to −9.0 %), confirmed");
    }

    /** Looked up build by build and step by step this would be nine million million comparisons, and never end. */
    @Test
    void manyBuildsWithSteps_areMarkedEach() {
        int builds = 30_000;
        List<LevelChange> steps = new ArrayList<>();
        for (int i = builds - 1; i >= 0; i--) {
            steps.add(step("b" + i, TIME, 0.25));
        }
        PerformanceReport report = report(builds, steps);
        StepNotes notes = new StepNotes(report);

        assertThat(report.builds().stream()
                        .map(known -> notes.mark(known.build()))
                        .toList())
                .startsWith("(1)", "(2)")
                .endsWith("(29999)", "(30000)")
                .doesNotHaveDuplicates();
        assertThat(notes.lines()).hasSize(builds).last().asString().startsWith("(30000) from here on");
    }

    @Test
    void noSteps_leaveNothing() throws IOException {
        StringBuilder out = new StringBuilder();
        new StepNotes(report(2, List.of())).render(out);

        assertThat(out).isEmpty();
    }

    @Test
    void markdown_saysBelowTheTableWhatTheNumbersMean() throws IOException {
        StringBuilder out = new StringBuilder();
        new MarkdownRenderer(TimeZone.getTimeZone("UTC")).render(report(2, List.of(step("b1", TIME, 0.25))), out);

        assertThat(out.toString())
                .contains("| (1) |\n")
                .endsWith("|\n\n- (1) from here on time +25.0 % (+24.0 % to +26.0 %), confirmed\n");
    }
}
