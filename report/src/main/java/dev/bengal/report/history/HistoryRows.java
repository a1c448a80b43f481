package dev.bengal.report.history;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Metric;
import dev.bengal.model.Outcome;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.MinuteText;
import dev.bengal.report.text.TextTable.Column;
import java.util.ArrayList;
import java.util.List;

/** A history as rows: a build each, with the columns that these builds need and those that were asked for. */
final class HistoryRows {
    private final PerformanceReport report;
    private final StepNotes steps;
    private final MinuteText time;
    private final boolean namesProjects;
    private final boolean hasRemarks;

    /** @param time how a start is written */
    HistoryRows(PerformanceReport report, StepNotes steps, MinuteText time) {
        this.report = report;
        this.steps = steps;
        this.time = time;
        this.namesProjects = report.builds().stream()
                        .map(known -> known.build().identity().project())
                        .distinct()
                        .count()
                > 1;
        this.hasRemarks =
                report.builds().stream().anyMatch(known -> !remark(known).isEmpty());
    }

    /** Whether builds of several projects are among them. */
    boolean namesProjects() {
        return namesProjects;
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.left("Date"), Column.left("Commit")));
        if (namesProjects) {
            columns.add(Column.left("Project"));
        }
        columns.add(Column.left("Scenario"));
        for (Metric metric : report.metrics()) {
            columns.add(Column.right(Label.title(metric)));
        }
        if (!report.steps().isEmpty()) {
            columns.add(Column.left("Step"));
        }
        if (hasRemarks) {
            columns.add(Column.left("Outcome"));
        }
        return columns;
    }

    List<List<String>> cells() {
        return report.builds().stream().map(this::row).toList();
    }

    private List<String> row(BuildRecord known) {
        BuildMetrics build = known.build();
        List<String> cells = new ArrayList<>(List.of(time.of(build.timestamp()), Label.commit(build.commit())));
        if (namesProjects) {
            cells.add(Label.printable(build.identity().project()));
        }
        cells.add(Label.printable(build.identity().scenario().name()));
        for (Metric metric : report.metrics()) {
            cells.add(build.reading(metric.name())
                    .map(reading -> Figures.value(metric, reading.value()))
                    .orElse(Figures.ABSENT));
        }
        if (!report.steps().isEmpty()) {
            cells.add(steps.mark(build));
        }
        if (hasRemarks) {
            cells.add(remark(known));
        }
        return cells;
    }

    private static String remark(BuildRecord known) {
        Outcome outcome = known.build().outcome();
        String ended = outcome == Outcome.SUCCESS ? "" : outcome.word();
        if (known.excluded() == null) {
            return ended;
        }
        return ended.isEmpty() ? "excluded" : ended + ", excluded";
    }
}
