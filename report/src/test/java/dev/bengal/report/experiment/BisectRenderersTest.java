package dev.bengal.report.experiment;

import dev.bengal.analysis.bisect.BackfillResult;
import dev.bengal.analysis.bisect.BisectResult;
import dev.bengal.analysis.bisect.CommitStep;
import dev.bengal.analysis.bisect.CommitStep.Standing;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.GoldenFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BisectRenderersTest {
    private static final Effect STEP = new Effect(0.3, new Interval(0.28, 0.33), true);
    private static final List<CommitStep> STEPS = List.of(
            new CommitStep(hash("a"), "Begin", Standing.GOOD, 5, 2, 1000.0, ""),
            new CommitStep(hash("f"), "End \u001b[31m" + "very ".repeat(20), Standing.BAD, 5, 0, 1300.0, ""),
            new CommitStep(hash("c"), "Break", Standing.UNBUILDABLE, 0, 0, null, "exit code 1"),
            new CommitStep(hash("d"), "Half", Standing.UNSURE, 15, 0, 1150.0, "neither, after 15 builds"));

    private static String hash(String digit) {
        return digit.repeat(40);
    }

    private static BisectResult result(boolean differ, String... suspects) {
        return new BisectResult(
                TotalMetric.DURATION.metric(),
                differ ? STEP : new Effect(0.01, Interval.UNBOUNDED, true),
                differ,
                19,
                hash("a"),
                List.of(suspects),
                differ ? STEP : null,
                STEPS);
    }

    @Test
    void table_namesTheCommitOrTheRangeOrNone() throws IOException {
        StringBuilder out = new StringBuilder();
        new BisectTableRenderer().render(result(true, hash("f")), out);
        new BisectTableRenderer().render(result(true, hash("c"), hash("d"), hash("f")), out.append("---\n"));
        new BisectTableRenderer().render(result(false), out.append("---\n"));
        new BisectTableRenderer().render(result(true), out.append("---\n"));

        GoldenFile.assertMatches(getClass(), "bisect.txt", out.toString());
    }

    @Test
    void json_hasNullForWhatIsNotKnown() throws IOException {
        StringBuilder out = new StringBuilder();
        new BisectJsonRenderer().render(result(true, hash("f")), out);
        new BisectJsonRenderer().render(result(false), out);

        GoldenFile.assertMatches(getClass(), "bisect.json", out.toString());
    }

    @Test
    void backfill_countsNewAndOldBuilds() throws IOException {
        BackfillResult result = new BackfillResult(
                40, List.of(new CommitStep(hash("a"), "Begin", Standing.MEASURED, 3, 2, 1000.0, ""), STEPS.get(2)));
        StringBuilder out = new StringBuilder();
        new BackfillTableRenderer().render(result, out);
        new BackfillJsonRenderer().render(result, out);

        GoldenFile.assertMatches(getClass(), "backfill.txt", out.toString());
    }
}
