package dev.bengal.report.judged;

import dev.bengal.report.text.CellWidth;
import dev.bengal.report.text.FoldingTable;
import dev.bengal.report.text.TextTable.Column;
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

    /** What stands below a metric where it has no room beside it: the interval and why. */
    private static final List<Integer> BELOW_METRIC = List.of(4, 6);

    private static final List<Integer> BELOW_BUDGET = List.of(4);

    private final boolean isAll;
    private final int columns;

    /**
     * One that draws for a terminal.
     *
     * @param isAll whether unchanged and unjudged metrics have rows, instead of a count
     * @param columns how wide it is, in cells
     */
    public JudgedTableRenderer(boolean isAll, int columns) {
        this.isAll = isAll;
        this.columns = columns;
    }

    /** Writes the report. */
    public void render(JudgedReport report, Appendable out) throws IOException {
        JudgedWords words = new JudgedWords(report);
        JudgedRows rows = new JudgedRows(report, isAll);
        lines(words.opening(), out);
        table(new FoldingTable(JudgedRows.COLUMNS, BELOW_METRIC), rows.metrics(), out);
        table(new FoldingTable(BUDGETS, BELOW_BUDGET), rows.budgets(), out);
        List<String> closing = words.closing(rows);
        if (!closing.isEmpty()) {
            out.append('\n');
            lines(closing, out);
        }
    }

    private void lines(List<String> sentences, Appendable out) throws IOException {
        for (String sentence : sentences) {
            for (String line : CellWidth.lines(sentence, columns)) {
                out.append(line).append('\n');
            }
        }
    }

    private void table(FoldingTable table, List<List<String>> rows, Appendable out) throws IOException {
        if (!rows.isEmpty()) {
            rows.forEach(table::row);
            out.append('\n');
            table.render(columns, out);
        }
    }
}
