package dev.bengal.report.history;

import dev.bengal.analysis.LevelChanges;
import dev.bengal.model.Series;
import dev.bengal.report.chart.ChartStyle;
import dev.bengal.report.chart.Curve;
import dev.bengal.report.chart.CurveChart;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Draws every series that stepped as a chart with its changes, the one with the newest change first. */
public final class ChangesChartRenderer {
    private final CurveChart chart;
    private final ChangesTableRenderer words;

    /** @param zone in which days are shown */
    public ChangesChartRenderer(ChartStyle style, ZoneId zone) {
        this.chart = new CurveChart(style, zone);
        this.words = new ChangesTableRenderer(zone, style.columns());
    }

    /**
     * Writes the charts; where nothing changed, the sentence that says so.
     *
     * @param series those in which the changes were found
     */
    public void render(LevelChanges found, List<Series> series, Appendable out) throws IOException {
        if (found.changes().isEmpty()) {
            words.render(found, out);
            return;
        }
        List<Curve> curves = series.stream()
                .filter(one -> !one.points().isEmpty())
                .map(one -> Curve.of(ChartRenderer.title(one), one, found.changes(), null))
                .filter(curve -> !curve.changes().isEmpty())
                .sorted(Comparator.comparingInt(curve -> newest(curve, found)))
                .toList();
        String separator = "";
        for (Curve curve : curves) {
            out.append(separator);
            chart.render(curve, out);
            separator = "\n";
        }
    }

    private static int newest(Curve curve, LevelChanges found) {
        return found.changes().indexOf(curve.changes().get(curve.changes().size() - 1));
    }
}
