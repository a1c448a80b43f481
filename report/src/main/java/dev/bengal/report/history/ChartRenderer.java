package dev.bengal.report.history;

import dev.bengal.analysis.ComparableBuilds;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.report.chart.ChartStyle;
import dev.bengal.report.chart.Curve;
import dev.bengal.report.chart.CurveChart;
import dev.bengal.report.text.CellWidth;
import dev.bengal.report.text.Label;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Draws a history as charts in plain text, one for each metric, over the builds that the trends are about. Where no two compare, the
 * builds of the newest one's project and scenario are drawn, and it is said that they do not compare.
 */
public final class ChartRenderer {
    private final ChartStyle style;
    private final CurveChart chart;

    /** @param zone in which days are shown */
    public ChartRenderer(ChartStyle style, ZoneId zone) {
        this.style = style;
        this.chart = new CurveChart(style, zone);
    }

    /** Writes the charts; the report of no builds writes nothing. */
    public void render(PerformanceReport report, Appendable out) throws IOException {
        if (report.builds().isEmpty()) {
            return;
        }
        List<Series> drawn = report.metrics().stream()
                .map(metric -> series(report, metric))
                .filter(series -> !series.points().isEmpty())
                .toList();
        for (Series series : drawn) {
            chart.render(
                    Curve.of(
                            title(series),
                            series,
                            report.steps(),
                            report.usual().get(series.metric().name())),
                    out);
            out.append('\n');
        }
        if (drawn.isEmpty()) {
            out.append("None of these builds measured what would be drawn.\n");
        }
        renderLeftOut(report, out);
    }

    /** Such as {@code Time of site full, docs}. */
    static String title(Series series) {
        return Label.title(series.metric()) + " of "
                + Label.printable(series.scenario().name()) + ", "
                + Label.printable(series.project());
    }

    private static Series series(PerformanceReport report, Metric metric) {
        Optional<ComparableBuilds> comparable = report.comparable();
        return comparable.map(found -> found.series(metric)).orElseGet(() -> {
            BuildMetrics newest =
                    report.builds().get(report.builds().size() - 1).build();
            return new Series(
                    metric,
                    newest.identity().project(),
                    newest.identity().scenario(),
                    report.builds().stream()
                            .map(BuildRecord::build)
                            .filter(build -> isOfOneSort(build, newest))
                            .flatMap(
                                    build -> build
                                            .reading(metric.name())
                                            .map(reading -> Series.Point.of(build, reading.value()))
                                            .stream())
                            .toList());
        });
    }

    private static boolean isOfOneSort(BuildMetrics build, BuildMetrics other) {
        return build.identity().project().equals(other.identity().project())
                && build.identity().scenario().equals(other.identity().scenario());
    }

    private void renderLeftOut(PerformanceReport report, Appendable out) throws IOException {
        Optional<ComparableBuilds> comparable = report.comparable();
        if (comparable.isEmpty()) {
            if (report.builds().size() > 1) {
                wrapped("No two of these builds are comparable.", out);
            }
            return;
        }
        int left = report.builds().size() - comparable.get().builds().size();
        if (left > 0) {
            wrapped(
                    (left == 1 ? "1 build is" : left + " builds are")
                            + " not drawn: of another scenario or machine, failed, excluded, or from a tree with changes.",
                    out);
        }
    }

    private void wrapped(String sentence, Appendable out) throws IOException {
        for (String line : CellWidth.wrapped(sentence, style.columns())) {
            out.append(line).append('\n');
        }
    }
}
