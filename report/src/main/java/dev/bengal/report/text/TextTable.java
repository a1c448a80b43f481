package dev.bengal.report.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table of aligned columns in plain text, two spaces apart. */
public final class TextTable {
    /** Cells between two columns. */
    public static final int GAP = 2;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
        if (columns.stream().anyMatch(column -> !column.title().isEmpty())) {
            rows.add(columns.stream().map(Column::title).toList());
        }
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns
     */
    public void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(List.copyOf(cells));
    }

    public void render(Appendable out) throws IOException {
        List<Integer> widths = widths();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String padding = " ".repeat(widths.get(i) - width(row.get(i)));
                line.append(i == 0 ? "" : "  ")
                        .append(columns.get(i).right() ? padding + row.get(i) : row.get(i) + padding);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    /** In cells of a terminal, of the widest line. */
    public int width() {
        return widths().stream().mapToInt(width -> width + GAP).sum() - GAP;
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            widths.add(
                    rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
        }
        return widths;
    }

    private static int width(String text) {
        return CellWidth.of(text);
    }

    /**
     * A column.
     *
     * @param right whether its cells stand to the right, as numbers do
     */
    public record Column(String title, boolean right) {
        public static Column left(String title) {
            return new Column(title, false);
        }

        public static Column right(String title) {
            return new Column(title, true);
        }
    }
}
