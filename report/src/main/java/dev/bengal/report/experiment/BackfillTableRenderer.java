package dev.bengal.report.experiment;

import dev.bengal.analysis.bisect.BackfillResult;
import dev.bengal.analysis.bisect.CommitStep;
import dev.bengal.analysis.bisect.CommitStep.Standing;
import dev.bengal.model.TotalMetric;
import dev.bengal.report.text.TextTable;
import java.io.IOException;

/** Tells for a terminal which old commits were measured. */
public final class BackfillTableRenderer {
    /** Writes the result. */
    public void render(BackfillResult result, Appendable out) throws IOException {
        TextTable table = new TextTable(StepRows.columns(TotalMetric.DURATION.metric()));
        result.steps().forEach(step -> table.row(StepRows.row(step, TotalMetric.DURATION.metric())));
        table.render(out);
        long skipped = result.steps().stream()
                .filter(step -> step.standing() == Standing.UNBUILDABLE)
                .count();
        int builds = result.steps().stream().mapToInt(CommitStep::builds).sum();
        int reused =
                result.steps().stream().mapToInt(CommitStep::recordedBefore).sum();
        long built = result.steps().size() - skipped;
        out.append("\nOf " + result.commits() + (result.commits() == 1 ? " commit, " : " commits, ")
                + result.steps().size() + (result.steps().size() == 1 ? " was" : " were") + " looked at, and "
                + built + (built == 1 ? " of them has" : " of them have") + " builds now: "
                + (builds - reused) + " new, " + reused + " recorded before"
                + (skipped == 0
                        ? ""
                        : "; " + skipped + " skipped, since " + (skipped == 1 ? "it does" : "they do") + " not build")
                + ".\n");
    }
}
