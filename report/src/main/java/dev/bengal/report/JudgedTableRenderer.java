package dev.bengal.report;

import dev.bengal.report.TextTable.Column;
import java.io.IOException;
import java.util.List;

/** Draws a judged report for a terminal: the verdict, both sides, the metrics and the budgets. */
public final class JudgedTableRenderer {
    static final List<Column> BUDGETS = List.of(
            Column.left("Budget for"),
            Column.right("Value"),
            Column.right("Budget"),
            Column.left("Verdict"),
            Column.left("Why"));

    private final boolean isAll;

    /** @param isAll whether unchanged and unjudged metrics have rows, instead of a count */
    public JudgedTableRenderer(boolean isAll) {
        this.isAll = isAll;
    }

    /** Writes the report. */
    public void render(JudgedReport report, Appendable out) throws IOException {
        JudgedWords words = new JudgedWords(report);
        JudgedRows rows = new JudgedRows(report, isAll);
        lines(words.opening(), out);
        table(JudgedRows.COLUMNS, rows.metrics(), out);
        table(BUDGETS, rows.budgets(), out);
        List<String> closing = words.closing(rows);
        if (!closing.isEmpty()) {
            out.append('\n');
            lines(closing, out);
        }
    }

    private static void lines(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }

    private static void table(List<Column> columns, List<List<String>> rows, Appendable out) throws IOException {
        if (!rows.isEmpty()) {
            TextTable table = new TextTable(columns);
            rows.forEach(table::row);
            out.append('\n');
            table.render(out);
        }
    }
}
