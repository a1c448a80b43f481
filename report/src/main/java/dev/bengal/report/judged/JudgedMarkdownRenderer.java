package dev.bengal.report.judged;

import dev.bengal.report.text.MarkdownText;
import dev.bengal.report.text.TextTable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a judged report as Markdown, the verdict first. What a record says is text there and nothing else. */
public final class JudgedMarkdownRenderer {
    private final boolean isAll;

    /** @param isAll whether unchanged and unjudged metrics have rows, instead of a count */
    public JudgedMarkdownRenderer(boolean isAll) {
        this.isAll = isAll;
    }

    /** Writes the report. */
    public void render(JudgedReport report, Appendable out) throws IOException {
        JudgedWords words = new JudgedWords(report);
        JudgedRows rows = new JudgedRows(report, isAll);
        for (String line : words.opening()) {
            out.append("- ").append(MarkdownText.escaped(line)).append('\n');
        }
        table(JudgedRows.COLUMNS, rows.metrics(), out);
        table(JudgedTableRenderer.BUDGETS, rows.budgets(), out);
        List<String> closing = words.closing(rows);
        if (!closing.isEmpty()) {
            out.append('\n');
        }
        for (String line : closing) {
            out.append("- ").append(MarkdownText.escaped(line)).append('\n');
        }
    }

    static void table(List<TextTable.Column> columns, List<List<String>> rows, Appendable out) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        out.append('\n');
        MarkdownText.line(columns.stream().map(TextTable.Column::title).toList(), out);
        out.append(columns.stream()
                .map(column -> column.right() ? "---:" : "---")
                .collect(Collectors.joining("|", "|", "|\n")));
        for (List<String> row : rows) {
            MarkdownText.line(row, out);
        }
    }
}
