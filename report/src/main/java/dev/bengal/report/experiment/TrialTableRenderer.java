package dev.bengal.report.experiment;

import dev.bengal.analysis.trial.TrialResult;
import dev.bengal.report.text.TextTable;
import java.io.IOException;
import java.util.List;

/** Draws an A/B trial for a terminal: the verdict, both sides, the metrics. */
public final class TrialTableRenderer {
    /** Writes the result. */
    public void render(TrialResult result, Appendable out) throws IOException {
        TrialWords words = new TrialWords(result);
        lines(words.opening(), out);
        if (!words.rows().isEmpty()) {
            TextTable table = new TextTable(TrialWords.COLUMNS);
            words.rows().forEach(table::row);
            out.append('\n');
            table.render(out);
        }
        if (!words.closing().isEmpty()) {
            out.append('\n');
            lines(words.closing(), out);
        }
    }

    private static void lines(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }
}
