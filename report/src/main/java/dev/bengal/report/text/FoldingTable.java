package dev.bengal.report.text;

import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of which some cells stand in lines of their own below each row, where there is no room for them beside it. Nothing is lost: what
 * is read from left to right in a wide terminal is read from top to bottom in a narrow one.
 */
public final class FoldingTable {
    private static final String INDENT = "    ";
    private static final int LEAST = 20;

    private final List<Column> columns;
    private final List<Integer> beside;
    private final List<Integer> below;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param below indices of the columns that go below, in the order in which they are read there
     */
    public FoldingTable(List<Column> columns, List<Integer> below) {
        this.columns = List.copyOf(columns);
        this.below = List.copyOf(below);
        this.beside = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!below.contains(i)) {
                beside.add(i);
            }
        }
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns
     */
    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /**
     * Writes the table, folded where it would be too wide.
     *
     * @param width in cells of a terminal; where it is too narrow even so, the first column is cut in its middle
     */
    public void render(int width, Appendable out) throws IOException {
        TextTable whole = new TextTable(columns);
        rows.forEach(whole::row);
        if (whole.width() <= width) {
            whole.render(out);
            return;
        }
        int excess = folded(Integer.MAX_VALUE).width() - width;
        int first =
                rows.stream().map(row -> CellWidth.of(row.get(beside.get(0)))).reduce(0, Math::max);
        StringBuilder lines = new StringBuilder();
        folded(excess > 0 ? Math.max(LEAST, first - excess) : first).render(lines);
        List<String> drawn = lines.toString().lines().toList();
        out.append(drawn.get(0)).append('\n');
        below(columns.stream().map(Column::title).toList(), width, out);
        for (int i = 0; i < rows.size(); i++) {
            out.append(drawn.get(i + 1)).append('\n');
            below(rows.get(i), width, out);
        }
    }

    private TextTable folded(int widestFirst) {
        TextTable table = new TextTable(beside.stream().map(columns::get).toList());
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(beside.stream().map(row::get).toList());
            cells.set(0, CellWidth.shortened(cells.get(0), widestFirst));
            table.row(cells);
        }
        return table;
    }

    private void below(List<String> row, int width, Appendable out) throws IOException {
        String words = below.stream()
                .map(row::get)
                .filter(cell -> !cell.isEmpty() && !cell.equals(Figures.ABSENT))
                .collect(Collectors.joining("; "));
        if (!words.isEmpty()) {
            for (String line : CellWidth.lines(words, Math.max(LEAST, width - INDENT.length()))) {
                out.append(INDENT).append(line).append('\n');
            }
        }
    }
}
