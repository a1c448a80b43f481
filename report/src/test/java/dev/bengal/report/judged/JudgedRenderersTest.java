package dev.bengal.report.judged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.Budget;
import dev.bengal.analysis.Budgets;
import dev.bengal.analysis.Explanation;
import dev.bengal.analysis.PerformanceValidator;
import dev.bengal.analysis.Thresholds;
import dev.bengal.analysis.Validation;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.Reports;
import dev.bengal.report.judged.JudgedReport.InputGrowth;
import dev.bengal.report.text.CellWidth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One report in every picture. */
class JudgedRenderersTest {
    /** Ten builds at some 1,000 ms, and five of a commit at some 1,300 with a tenth more pages. */
    static JudgedReport regressed() {
        List<BuildMetrics> before = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            before.add(build("a" + i, "2026-03-01T12:0" + i + ":00Z", 990 + 2 * i, 100, "desk")
                    .commit(Reports.HASH_1)
                    .build());
        }
        List<BuildMetrics> after = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            after.add(build("b" + i, "2026-03-02T12:0" + i + ":00Z", 1298 + i, 110, "desk")
                    .commit(Reports.HASH_2)
                    .build());
        }
        Budgets budgets = new Budgets(
                List.of(new Budget("total_duration_ms", null, 10, true), new Budget("output.bytes", null, 5, false)));
        Validation validation = new PerformanceValidator(Thresholds.DEFAULT, budgets, CommitOrder.BY_TIME)
                .validate(before, List.of(), after);
        return new JudgedReport(
                new JudgedSide("main", before),
                new JudgedSide("feature", after),
                validation,
                List.of(),
                List.of("something to know."),
                Optional.of(new Explanation.PhaseShare("rendering", 240, 0.8)),
                List.of(new InputGrowth("total_duration_ms", "page_count", new Explanation.Growth(1.1, 1.2))));
    }

    /** One build each in two environments, whose names are hostile. */
    static JudgedReport unjudged() {
        List<BuildMetrics> before =
                List.of(build("a", "2026-03-01T12:00:00Z", 1000, 0, "desk").build());
        List<BuildMetrics> after = List.of(build("b", "2026-03-02T12:00:00Z", 1300, 0, "a|b\u001b[31m@all<i>")
                .build());
        Validation validation = new PerformanceValidator(Thresholds.DEFAULT, Budgets.DEFAULT, CommitOrder.BY_TIME)
                .compare(before, List.of(), before, after);
        return new JudgedReport(
                new JudgedSide("a", before),
                new JudgedSide("b\u202e", after),
                validation,
                List.of("Different environments. Time is not judged."),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static SampleBuild build(String id, String start, double millis, long pages, String environment) {
        return SampleBuild.id(id).start(start).millis(millis).pages(pages).fingerprint(environment);
    }

    @Test
    void table_beginsWithTheVerdictOrWhatHindersIt() throws IOException {
        assertGolden("judged.txt", new JudgedTableRenderer(false, 200)::render, regressed());
        assertGolden("judged-unjudged.txt", new JudgedTableRenderer(true, 200)::render, unjudged());
    }

    /** A pipe gets the whole table, in one line each. */
    @Test
    void table_ofANarrowTerminalHasIntervalsAndReasonsBelow() throws IOException {
        StringBuilder out = new StringBuilder();
        new JudgedTableRenderer(true, 80).render(regressed(), out);

        GoldenFile.assertMatches(getClass(), "judged-80.txt", out.toString());
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(CellWidth.of(line)).as(line).isLessThanOrEqualTo(80));
    }

    @Test
    void markdown_keepsTextInItsCells() throws IOException {
        assertGolden("judged.md", new JudgedMarkdownRenderer(false)::render, regressed());
        assertGolden("judged-unjudged.md", new JudgedMarkdownRenderer(true)::render, unjudged());
    }

    @Test
    void json_hasEveryMetric() throws IOException {
        assertGolden("judged.json", new JudgedJsonRenderer()::render, regressed());
        assertGolden("judged-unjudged.json", new JudgedJsonRenderer()::render, unjudged());
    }

    private static void assertGolden(String name, Picture picture, JudgedReport report) throws IOException {
        StringBuilder out = new StringBuilder();
        picture.render(report, out);
        GoldenFile.assertMatches(JudgedRenderersTest.class, name, out.toString());
    }

    private interface Picture {
        void render(JudgedReport report, Appendable out) throws IOException;
    }
}
