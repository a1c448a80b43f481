package dev.bengal.report.history;

import dev.bengal.analysis.ComparableBuilds;
import dev.bengal.analysis.Trend;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.model.TopAllocators;
import dev.bengal.model.UsualLevel;
import dev.bengal.report.chart.Sparkline;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.MinuteText;
import dev.bengal.report.text.TextTable;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws a history as a table, one build a line and the newest last, with the trends below it. */
public final class TableRenderer {
    private final MinuteText time;

    /** @param zone in which times are shown */
    public TableRenderer(TimeZone zone) {
        this.time = new MinuteText(zone);
    }

    /** Writes the report; the report of no builds writes nothing. */
    public void render(PerformanceReport report, Appendable out) throws IOException {
        if (report.builds().isEmpty()) {
            return;
        }
        StepNotes steps = new StepNotes(report);
        HistoryRows rows = new HistoryRows(report, steps, time);
        TextTable table = new TextTable(rows.columns());
        rows.cells().forEach(table::row);
        table.render(out);
        steps.render(out);
        renderTrends(report, rows.namesProjects(), out);
    }

    private void renderTrends(PerformanceReport report, boolean project, Appendable out) throws IOException {
        Optional<ComparableBuilds> comparable = report.comparable();
        out.append('\n');
        if (comparable.isEmpty()) {
            out.append(
                    report.builds().size() == 1
                            ? "No trend: it takes two comparable builds.\n"
                            : "No trend: no two of these builds are comparable (successful, from a clean tree, same"
                                    + " scenario, same machine).\n");
            return;
        }
        if (report.trends().isEmpty()) {
            out.append("No trend: no two of the comparable builds measured the same thing.\n");
            return;
        }
        ComparableBuilds builds = comparable.get();
        out.append("Trend of ")
                .append(project ? Label.printable(builds.last().identity().project()) + ", " : "")
                .append(Label.printable(builds.last().identity().scenario().name()))
                .append(", first to last of " + builds.builds().size() + " comparable builds (")
                .append(time.of(builds.first().timestamp()))
                .append(" to ")
                .append(time.of(builds.last().timestamp()))
                .append("):\n");
        TextTable table = new TextTable(List.of(
                Column.left(""),
                Column.left(""),
                Column.right(""),
                Column.left(""),
                Column.right(""),
                Column.left(""),
                Column.right(""),
                Column.left("")));
        for (Trend trend : report.trends()) {
            table.row(List.of(
                    "",
                    Label.metric(trend.metric()),
                    Figures.value(trend.metric(), trend.first()),
                    "→",
                    Figures.value(trend.metric(), trend.last()),
                    sparkline(builds, trend),
                    Figures.change(trend.changePercent()),
                    verdict(trend, report.usual().get(trend.metric().name()))));
        }
        table.render(out);
        renderLeftOut(builds, report.trends(), out);
    }

    private static String sparkline(ComparableBuilds builds, Trend trend) {
        return Sparkline.of(builds.series(trend.metric()).points().stream()
                .mapToDouble(Series.Point::value)
                .toArray());
    }

    /** Of the last build alone, by the level before it, and said so: the percentage beside it is from the first one on. */
    private static String verdict(Trend trend, @Nullable UsualLevel usual) {
        Optional<Standing> standing = Standing.of(trend.metric(), trend.last(), usual);
        if (usual == null || standing.isEmpty()) {
            return "";
        }
        return switch (standing.get()) {
            case WITHIN_NOISE -> "the last as usual";
            case WORSE -> "the last worse" + than(trend, usual);
            case BETTER -> "the last better" + than(trend, usual);
        };
    }

    private static String than(Trend trend, UsualLevel usual) {
        return " than usual, " + Figures.band(trend.metric(), usual);
    }

    /** Says which of the trends are told without the builds that the allocation recorder disturbed. */
    private static void renderLeftOut(ComparableBuilds builds, List<Trend> trends, Appendable out) throws IOException {
        List<Metric> disturbed = trends.stream()
                .map(Trend::metric)
                .filter(metric ->
                        builds.countingFor(metric).size() < builds.builds().size())
                .toList();
        if (!disturbed.isEmpty()) {
            int left = builds.builds().size()
                    - builds.countingFor(disturbed.get(0)).size();
            boolean recorded = TopAllocators.isRecorded(
                    builds.countingFor(disturbed.get(0)).get(0));
            out.append("Without the ")
                    .append(left == 1 ? "one" : Integer.toString(left))
                    .append(" whose allocation was ")
                    .append(recorded ? "not " : "")
                    .append("recorded: ")
                    .append(disturbed.stream().map(Label::metric).collect(Collectors.joining(", ")))
                    .append(".\n");
        }
    }
}
