package dev.bengal.report.experiment;

import dev.bengal.analysis.bisect.BisectResult;
import dev.bengal.analysis.bisect.CommitStep;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells for a terminal which commit made the difference, and what was looked at. */
public final class BisectTableRenderer {
    private static final int SUSPECTS_SHOWN = 10;

    /** Writes the result. */
    public void render(BisectResult result, Appendable out) throws IOException {
        if (!result.differ()) {
            out.append("Nothing to search for: " + Label.metric(result.metric()) + " of the two ends differs by "
                    + told(result, result.effect()) + ", which is not more than noise, or too little to matter.\n");
        } else if (result.suspects().isEmpty()) {
            out.append("Not found: " + Label.metric(result.metric()) + " of the two ends differs by "
                    + told(result, result.effect()) + ", but that of " + Label.hash(result.lastGood())
                    + " and of the next that was like the bad one by " + told(result, result.step())
                    + ", which is no such step for sure. With --fresh everything is built anew.\n");
        } else if (result.suspects().size() == 1) {
            out.append("Found: " + commit(result, result.suspects().get(0)) + "\n");
            out.append(step(result));
        } else {
            out.append("It is one of these " + result.suspects().size()
                    + " commits; of those before the last one nothing could be told:\n");
            for (String suspect :
                    result.suspects().stream().limit(SUSPECTS_SHOWN).toList()) {
                out.append("  " + commit(result, suspect) + "\n");
            }
            if (result.suspects().size() > SUSPECTS_SHOWN) {
                out.append("  … and " + (result.suspects().size() - SUSPECTS_SHOWN) + " more\n");
            }
            out.append(step(result));
        }
        table(result, out);
    }

    private static String commit(BisectResult result, String hash) {
        return Label.hash(hash)
                + result.steps().stream()
                        .filter(step -> step.commit().equals(hash))
                        .findFirst()
                        .map(step -> " " + StepRows.subject(step))
                        .orElse("");
    }

    private static String step(BisectResult result) {
        return "From " + Label.hash(result.lastGood()) + " to "
                + Label.hash(result.suspects().get(result.suspects().size() - 1)) + ": "
                + Label.metric(result.metric()) + " " + told(result, result.step()) + ".\n";
    }

    private static String told(BisectResult result, @Nullable Effect effect) {
        if (effect == null) {
            return Figures.ABSENT;
        }
        return Figures.effect(result.metric(), effect)
                + (effect.interval().isBounded() ? " (95 %: " + Figures.interval(result.metric(), effect) + ")" : "");
    }

    private static void table(BisectResult result, Appendable out) throws IOException {
        TextTable table = new TextTable(StepRows.columns(result.metric()));
        result.steps().forEach(step -> table.row(StepRows.row(step, result.metric())));
        out.append('\n');
        table.render(out);
        List<CommitStep> steps = result.steps();
        int recordedBefore = steps.stream().mapToInt(CommitStep::recordedBefore).sum();
        out.append("\nLooked at GOOD and " + (steps.size() - 1) + " of the " + result.commits()
                + (result.commits() == 1 ? " commit" : " commits") + " after it: "
                + steps.stream().mapToInt(CommitStep::builds).sum() + " builds, of which " + recordedBefore
                + (recordedBefore == 1 ? " was" : " were") + " recorded before.\n");
    }
}
