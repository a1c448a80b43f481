package dev.bengal.report.build;

import dev.bengal.model.Measurement;
import dev.bengal.report.text.CellWidth;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws what else was measured of one build as a table: what each figure is called, and where it comes from. */
final class MeasurementTableRenderer {
    /** What a source has before names are cut for it. */
    private static final int LEAST_SOURCE = 12;

    private static final int LEAST_NAME = 24;

    private final int columns;

    /** @param columns a table that would be wider has sources cut, and then names in their middle */
    MeasurementTableRenderer(int columns) {
        this.columns = columns;
    }

    /** Writes the table; without measurements, nothing. */
    void render(List<Measurement> measurements, Appendable out) throws IOException {
        if (measurements.isEmpty()) {
            return;
        }
        boolean sampled = measurements.stream().anyMatch(one -> !one.samples().isEmpty());
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(sampled, "Measurement", "Value", "Unit", "Samples", "Source"));
        for (Measurement one : measurements) {
            String source = one.source() == null ? "" : Label.printable(one.source());
            rows.add(row(
                    sampled,
                    Label.printable(one.metric().name()),
                    Figures.plain(one.value()),
                    Label.printable(one.metric().unit().symbol()),
                    one.samples().isEmpty()
                            ? ""
                            : Integer.toString(one.samples().size()),
                    one.exact() ? source : (source + " (estimated)").strip()));
        }
        renderRows(rows, out);
    }

    /** Samples only where there are any. */
    private static List<String> row(
            boolean sampled, String name, String value, String unit, String samples, String source) {
        return sampled ? List.of(name, value, unit, samples, source) : List.of(name, value, unit, source);
    }

    private void renderRows(List<List<String>> rows, Appendable out) throws IOException {
        int last = rows.get(0).size() - 1;
        int figures = 0;
        for (int i = 1; i < last; i++) {
            figures += TextTable.GAP + widest(rows, i);
        }
        int room = columns - figures - TextTable.GAP;
        int source = Math.min(widest(rows, last), Math.max(LEAST_SOURCE, room - widest(rows, 0)));
        int name = Math.max(LEAST_NAME, room - source);
        List<Column> titles = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            titles.add(new Column(rows.get(0).get(i), i == 1 || (i > 2 && i < last)));
        }
        TextTable table = new TextTable(titles);
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>(row);
            cells.set(0, CellWidth.shortened(row.get(0), name));
            cells.set(last, CellWidth.cut(row.get(last), source));
            table.row(cells);
        }
        table.render(out);
    }

    private static int widest(List<List<String>> rows, int column) {
        return rows.stream()
                .mapToInt(row -> CellWidth.of(row.get(column)))
                .max()
                .orElse(0);
    }
}
