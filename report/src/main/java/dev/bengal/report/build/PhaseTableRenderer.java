package dev.bengal.report.build;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.report.text.CellWidth;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.ShortNames;
import dev.bengal.report.text.TextTable;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws the phases of one build as a table, each child below its parent, with what belongs to no phase at the end. */
public final class PhaseTableRenderer {
    /** Names are cut, in their middle, before they take more than that from the figures. */
    private static final int ROOM_FOR_NAMES = 24;

    private static final int LEAST_NAME = 12;

    private final int columns;

    /** One that writes everything. */
    public PhaseTableRenderer() {
        this(Integer.MAX_VALUE);
    }

    /**
     * @param columns a table that would be wider than this has short names below others, and leaves figures out until the names have room;
     *     which ones, it says
     */
    PhaseTableRenderer(int columns) {
        this.columns = columns;
    }

    /** Writes the table. */
    public void render(BuildReport report, Appendable out) throws IOException {
        BuildMetrics build = report.build();
        List<Row> rows = rows(build, PhaseMetrics::name);
        List<PhaseColumn> all = List.of(PhaseColumn.values());
        if (widestName(rows) + figures(rows, all) <= columns) {
            table(rows, all).render(out);
            return;
        }
        ShortNames names = new ShortNames(build.phases());
        List<Row> shortened = rows(build, phase -> phase.parent() == null ? phase.name() : names.of(phase));
        List<PhaseColumn> shown = fitting(shortened);
        int room = columns - figures(shortened, shown);
        table(shortened.stream().map(row -> row.cut(Math.max(LEAST_NAME, room))).toList(), shown)
                .render(out);
        renderLeftOut(shortened, shown, out);
    }

    private List<PhaseColumn> fitting(List<Row> rows) {
        int wanted = Math.min(ROOM_FOR_NAMES, widestName(rows));
        List<PhaseColumn> shown = new ArrayList<>(telling(rows));
        for (PhaseColumn dispensable : PhaseColumn.DISPENSABLE) {
            if (columns - figures(rows, shown) < wanted) {
                shown.remove(dispensable);
            }
        }
        return shown;
    }

    private void renderLeftOut(List<Row> rows, List<PhaseColumn> shown, Appendable out) throws IOException {
        List<PhaseColumn> wanted = telling(rows);
        List<PhaseColumn> left = new ArrayList<>(wanted);
        left.removeAll(shown);
        if (!left.isEmpty()) {
            String titles = left.stream().map(PhaseColumn::title).collect(Collectors.joining(", "));
            int whole = widestName(rows) + figures(rows, wanted);
            String sentence = "Too narrow for " + titles + ": COLUMNS=" + whole + " shows all.";
            for (String line : CellWidth.wrapped(sentence, columns)) {
                out.append(line).append('\n');
            }
        }
    }

    /** The columns that say something. */
    private static List<PhaseColumn> telling(List<Row> rows) {
        List<PhaseColumn> telling = new ArrayList<>(List.of(PhaseColumn.values()));
        telling.removeIf(column -> rows.stream()
                .map(row -> row.figure(column))
                .allMatch(figure -> figure.isEmpty() || figure.equals(Figures.ABSENT)));
        return telling;
    }

    /** What the figures take, with the gaps before them. */
    private static int figures(List<Row> rows, List<PhaseColumn> shown) {
        return shown.stream()
                .mapToInt(column -> TextTable.GAP
                        + rows.stream()
                                .mapToInt(row -> CellWidth.of(row.figure(column)))
                                .reduce(CellWidth.of(column.title()), Math::max))
                .sum();
    }

    private static int widestName(List<Row> rows) {
        return rows.stream().mapToInt(row -> CellWidth.of(row.title())).max().orElse(0);
    }

    private static TextTable table(List<Row> rows, List<PhaseColumn> shown) {
        List<Column> columns = new ArrayList<>(List.of(Column.left("Phase")));
        shown.forEach(column -> columns.add(Column.right(column.title())));
        TextTable table = new TextTable(columns);
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.title()));
            shown.forEach(column -> cells.add(row.figure(column)));
            table.row(cells);
        }
        return table;
    }

    private static List<Row> rows(BuildMetrics build, Function<PhaseMetrics, String> names) {
        List<Row> rows = new ArrayList<>();
        for (PhaseTree.Branch branch : PhaseTree.of(build.phases())) {
            PhaseMetrics phase = branch.phase();
            rows.add(new Row(
                    "  ".repeat(branch.depth()),
                    Label.printable(names.apply(phase)),
                    phase.outcome() == Outcome.SUCCESS
                            ? ""
                            : " (" + phase.outcome().word() + ")",
                    figures(column -> column.of(phase, build))));
        }
        Double rest = build.totals().time().unattributedMillis();
        if (rest != null) {
            rows.add(new Row("", "(no phase)", "", figures(column -> column.ofTheRest(rest, build))));
        }
        rows.add(new Row("", "total", "", figures(column -> column.ofAll(build))));
        return rows;
    }

    private static Map<PhaseColumn, String> figures(Function<PhaseColumn, String> figure) {
        Map<PhaseColumn, String> figures = new EnumMap<>(PhaseColumn.class);
        for (PhaseColumn column : PhaseColumn.values()) {
            figures.put(column, figure.apply(column));
        }
        return figures;
    }

    /** @param figures one for each column */
    private record Row(String indent, String name, String ending, Map<PhaseColumn, String> figures) {
        String title() {
            return indent + name + ending;
        }

        String figure(PhaseColumn column) {
            return figures.getOrDefault(column, "");
        }

        /** With a title of at most so many cells, and its ending whole. */
        Row cut(int cells) {
            int room = cells - CellWidth.of(indent) - CellWidth.of(ending);
            return new Row(indent, CellWidth.shortened(name, Math.max(1, room)), ending, figures);
        }
    }
}
