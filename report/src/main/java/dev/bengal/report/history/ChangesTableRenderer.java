package dev.bengal.report.history;

import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.LevelChanges;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.FoldingTable;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.StepState;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws where a history stepped, the newest change first; drifts and changes of the environment in tables of their own. */
public final class ChangesTableRenderer {
    private final DateTimeFormatter time;
    private final int width;

    /**
     * One that draws for a terminal.
     *
     * @param zone in which times are shown
     * @param width of the terminal, in cells
     */
    public ChangesTableRenderer(ZoneId zone, int width) {
        this.width = width;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /** Writes the tables that have rows; where none has, the sentence that says so. */
    public void render(LevelChanges found, Appendable out) throws IOException {
        if (found.judged() == 0) {
            out.append("Nothing is judged below " + ChangePointDetector.FEWEST_BUILDS
                    + " comparable builds; the longest series has " + found.longest() + ".\n");
            return;
        }
        if (found.changes().isEmpty()) {
            out.append("No change in " + found.judged() + " series of up to " + builds(found.longest()) + ".\n");
        }
        boolean projects =
                found.changes().stream().map(LevelChange::project).distinct().count() > 1;
        String separator = "";
        for (ChangePoint.Kind kind : ChangePoint.Kind.values()) {
            List<LevelChange> changes = found.changes().stream()
                    .filter(change -> change.kind() == kind)
                    .toList();
            if (!changes.isEmpty()) {
                out.append(separator).append(heading(kind)).append('\n');
                table(changes, projects).render(width, out);
                separator = "\n";
            }
        }
        if (found.unjudged() > 0) {
            out.append(separator)
                    .append("Not judged: " + found.unjudged() + " series of fewer than "
                            + ChangePointDetector.FEWEST_BUILDS + " builds.\n");
        }
    }

    private static String builds(int count) {
        return count + (count == 1 ? " build" : " builds");
    }

    private static String heading(ChangePoint.Kind kind) {
        return switch (kind) {
            case STEP -> "Steps, the newest first:";
            case DRIFT -> "Drifts, slow slopes that no single commit made:";
            case ENVIRONMENT -> "Changes of the environment, which are blamed on no commit:";
        };
    }

    private FoldingTable table(List<LevelChange> changes, boolean projects) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.left("Date"), Column.left("Last good"), Column.left("First bad")));
        if (projects) {
            columns.add(Column.left("Project"));
        }
        columns.addAll(List.of(
                Column.left("Scenario"),
                Column.left("Metric"),
                Column.right("Change"),
                Column.right("Interval"),
                Column.left(""),
                Column.left("State")));
        int scenario = projects ? 4 : 3;
        int metric = scenario + 1;
        int interval = metric + 2;
        FoldingTable table = new FoldingTable(
                columns,
                projects ? List.of(metric, interval, scenario, scenario - 1) : List.of(metric, interval, scenario));
        changes.forEach(change -> table.row(row(change, projects)));
        return table;
    }

    private List<String> row(LevelChange change, boolean projects) {
        List<String> cells = new ArrayList<>(List.of(
                time.format(change.firstBad().timestamp()),
                Label.hash(change.lastGood().commit()),
                Label.hash(change.firstBad().commit())));
        if (projects) {
            cells.add(Label.printable(change.project()));
        }
        cells.addAll(List.of(
                Label.printable(change.scenario().name()),
                Label.metric(change.metric()),
                Figures.effect(change.metric(), change.effect()),
                Figures.interval(change.metric(), change.effect()),
                change.isWorse() ? "worse" : change.isBetter() ? "better" : "",
                StepState.of(change)));
        return cells;
    }
}
