package dev.bengal.report.history;

import dev.bengal.report.text.MarkdownText;
import dev.bengal.report.text.MinuteText;
import dev.bengal.report.text.TextTable;
import java.io.IOException;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;

/** Draws a history as a Markdown table, for an issue or a page. What a record says is text there and nothing else. */
public final class MarkdownRenderer {
    private final MinuteText time;

    /** @param zone in which times are shown */
    public MarkdownRenderer(TimeZone zone) {
        this.time = new MinuteText(zone);
    }

    /** Writes the report; that of no builds is nothing. */
    public void render(PerformanceReport report, Appendable out) throws IOException {
        if (report.builds().isEmpty()) {
            return;
        }
        StepNotes steps = new StepNotes(report);
        HistoryRows rows = new HistoryRows(report, steps, time);
        MarkdownText.line(rows.columns().stream().map(TextTable.Column::title).toList(), out);
        out.append(rows.columns().stream()
                .map(column -> column.right() ? "---:" : "---")
                .collect(Collectors.joining("|", "|", "|\n")));
        for (List<String> row : rows.cells()) {
            MarkdownText.line(row, out);
        }
        notes(steps.lines(), out);
    }

    /** What the numbers in the table's column mean; a blank line ends the table. */
    private static void notes(List<String> lines, Appendable out) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "\n- " : "- ")
                    .append(MarkdownText.escaped(lines.get(i)))
                    .append('\n');
        }
    }
}
