package dev.bengal.report.experiment;

import dev.bengal.analysis.Verdict;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.analysis.trial.JudgedMetric;
import dev.bengal.analysis.trial.TrialResult;
import dev.bengal.analysis.trial.TrialSide;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialRenderersTest {
    private static final TrialResult RESULT = new TrialResult(
            side("main (aaaaaaaa)", "a", false),
            side("HEAD (bbbbbbbb) with uncommitted changes", "b", true),
            TrialResult.End.DECIDED,
            12,
            List.of(
                    new JudgedMetric(
                            TotalMetric.CPU.metric(),
                            12,
                            900.0,
                            905.0,
                            new Effect(0.0055, new Interval(-0.01, 0.02), true),
                            Verdict.UNCHANGED,
                            "whatever the difference is, it is below the limit of 5.0 %"),
                    new JudgedMetric(
                            TotalMetric.DURATION.metric(),
                            11,
                            1000.0,
                            1098.0,
                            new Effect(0.098, new Interval(0.089, 0.104), true),
                            Verdict.REGRESSED,
                            "sure after 11 pairs")),
            List.of("A note on <everything>."));

    private static final TrialResult NOTHING = new TrialResult(
            new TrialSide("\u001b[31mred", "a".repeat(40), false, List.of()),
            new TrialSide("HEAD (bbbbbbbb)", "b".repeat(40), false, List.of()),
            TrialResult.End.BASE_FAILED,
            0,
            List.of(),
            List.of());

    private static TrialSide side(String name, String digit, boolean hasChanges) {
        return new TrialSide(
                name,
                digit.repeat(40),
                hasChanges,
                List.of(SampleBuild.id(digit + "1").build()));
    }

    @Test
    void table_beginsWithTheVerdict() throws IOException {
        StringBuilder out = new StringBuilder();
        new TrialTableRenderer().render(RESULT, out);
        new TrialTableRenderer().render(NOTHING, out.append("\n---\n"));

        GoldenFile.assertMatches(getClass(), "trial.txt", out.toString());
    }

    @Test
    void markdown_isOnlyText() throws IOException {
        StringBuilder out = new StringBuilder();
        new TrialMarkdownRenderer().render(RESULT, out);

        GoldenFile.assertMatches(getClass(), "trial.md", out.toString());
    }

    @Test
    void json_hasEverything() throws IOException {
        StringBuilder out = new StringBuilder();
        new TrialJsonRenderer().render(RESULT, out);
        new TrialJsonRenderer().render(NOTHING, out);

        GoldenFile.assertMatches(getClass(), "trial.json", out.toString());
    }
}
