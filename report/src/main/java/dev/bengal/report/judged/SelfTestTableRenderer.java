package dev.bengal.report.judged;

import dev.bengal.analysis.Baseline;
import dev.bengal.analysis.ReplayedMetric;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Draws what a gate is worth on a history, a metric a line. */
public final class SelfTestTableRenderer {
    /** Writes the table; that of no metrics is nothing. */
    public void render(List<ReplayedMetric> metrics, Appendable out) throws IOException {
        List<ReplayedMetric> replayed = metrics.stream()
                .filter(metric -> metric.result().replayed() > 0)
                .toList();
        if (!replayed.isEmpty()) {
            out.append("The builds of each level in other orders, as if nothing had changed among them:\n");
            table(replayed).render(out);
        }
        int left = metrics.size() - replayed.size();
        if (left > 0) {
            out.append(replayed.isEmpty() ? "" : "\n")
                    .append("Not replayed: " + left + " series without a level of more than " + Baseline.FEWEST_BUILDS
                            + " builds.\n");
        }
    }

    private static TextTable table(List<ReplayedMetric> metrics) {
        boolean projects =
                metrics.stream().map(ReplayedMetric::project).distinct().count() > 1;
        List<Column> columns = new ArrayList<>(projects ? List.of(Column.left("Project")) : List.of());
        columns.addAll(List.of(
                Column.left("Scenario"),
                Column.left("Metric"),
                Column.right("Builds"),
                Column.right("Limit"),
                Column.right("Suspected of 1000"),
                Column.right("Failed of 1000"),
                Column.right("Smallest step seen")));
        TextTable table = new TextTable(columns);
        for (ReplayedMetric metric : metrics) {
            List<String> cells = new ArrayList<>(projects ? List.of(Label.printable(metric.project())) : List.of());
            cells.addAll(List.of(
                    Label.printable(metric.scenario().name()),
                    Label.metric(metric.metric()),
                    Integer.toString(metric.builds()),
                    Figures.share(100 * metric.limit().growth()),
                    rate(metric.result().suspiciousPerThousand()),
                    rate(metric.result().failuresPerThousand()),
                    step(metric)));
            table.row(cells);
        }
        return table;
    }

    private static String rate(OptionalDouble perThousand) {
        return perThousand.isEmpty() ? Figures.ABSENT : String.format(Locale.ROOT, "%.1f", perThousand.getAsDouble());
    }

    /** An en dash where not even a step to three times the value is seen. */
    private static String step(ReplayedMetric metric) {
        OptionalDouble step = metric.result().smallestStep();
        return step.isEmpty() ? Figures.ABSENT : Figures.change(OptionalDouble.of(100 * step.getAsDouble()));
    }
}
