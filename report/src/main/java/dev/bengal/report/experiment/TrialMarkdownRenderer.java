package dev.bengal.report.experiment;

import dev.bengal.analysis.trial.TrialResult;
import dev.bengal.report.text.MarkdownText;
import dev.bengal.report.text.TextTable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Draws an A/B trial as Markdown, the verdict first. What a record says is text there and nothing else. */
public final class TrialMarkdownRenderer {
    /** Writes the result. */
    public void render(TrialResult result, Appendable out) throws IOException {
        TrialWords words = new TrialWords(result);
        items(words.opening(), out);
        if (!words.rows().isEmpty()) {
            out.append('\n');
            MarkdownText.line(
                    TrialWords.COLUMNS.stream().map(TextTable.Column::title).toList(), out);
            out.append(TrialWords.COLUMNS.stream()
                    .map(column -> column.right() ? "---:" : "---")
                    .collect(Collectors.joining("|", "|", "|\n")));
            for (List<String> row : words.rows()) {
                MarkdownText.line(row, out);
            }
        }
        if (!words.closing().isEmpty()) {
            out.append('\n');
            items(words.closing(), out);
        }
    }

    private static void items(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append("- ").append(MarkdownText.escaped(line)).append('\n');
        }
    }
}
