package dev.bengal.report.chart;

import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.model.UsualLevel;
import dev.bengal.report.text.CellWidth;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.StepState;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * Draws one curve: its values over builds, the band of its usual level behind the builds of the last level, and where it changed. Where
 * builds are more than dots, a column of dots reaches from the lowest of its builds to the highest, so that no extreme is lost.
 */
public final class CurveChart {
    private static final int ROWS = 8;
    private static final int MOST_LISTED = 8;

    private final ChartStyle style;
    private final DateTimeFormatter day;

    public CurveChart(ChartStyle style, ZoneId zone) {
        this.style = style;
        this.day = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(zone);
    }

    /** Writes the title, the chart, its axis of builds, and what the marks say. */
    public void render(Curve curve, Appendable out) throws IOException {
        ValueAxis axis = ValueAxis.of(curve.values(), curve.usual());
        String[] labels = axis.labels(curve.series().metric(), ROWS);
        int margin = Arrays.stream(labels).mapToInt(CellWidth::of).max().orElse(0);
        Plot plot = new Plot(curve, axis, new Canvas(style.columns() - margin - 2, ROWS, style));
        plot.draw();
        line(style.paint(CellWidth.cut(curve.title(), style.columns()), Paint.STRONG), out);
        line(style.paint(CellWidth.cut(standing(curve), style.columns()), Paint.FAINT), out);
        for (int row = 0; row < ROWS; row++) {
            String edge = labels[row].isEmpty() ? "" + style.sign('│', '|') : "" + style.sign('┤', '+');
            line(
                    " ".repeat(margin - CellWidth.of(labels[row])) + labels[row] + " " + style.paint(edge, Paint.FAINT)
                            + plot.canvas.row(row),
                    out);
        }
        line(" ".repeat(margin + 1) + plot.floor(), out);
        line(" ".repeat(margin + 2) + span(curve.series(), style.columns() - margin - 2), out);
        renderNotes(curve, axis, out);
    }

    private static void line(String text, Appendable out) throws IOException {
        out.append(text.stripTrailing()).append('\n');
    }

    /** Such as {@code now 2.06s, usually 1.90s to 2.10s}. */
    private static String standing(Curve curve) {
        Metric metric = curve.series().metric();
        double[] values = curve.values();
        UsualLevel usual = curve.usual();
        String now = "last " + Figures.value(metric, values[values.length - 1]);
        return usual == null ? now : now + ", usually " + Figures.band(metric, usual);
    }

    /** The days of the first and of the last build, at the two ends, and how many there are. */
    private String span(Series series, int width) {
        List<Series.Point> points = series.points();
        String builds = points.size() + (points.size() == 1 ? " build" : " builds");
        String from = day.format(points.get(0).timestamp());
        if (points.size() == 1) {
            return from + ", " + builds;
        }
        String to = day.format(points.get(points.size() - 1).timestamp());
        int space = width - from.length() - to.length();
        if (space < builds.length() + 2) {
            return CellWidth.padded(from, Math.max(from.length() + 1, width - to.length())) + to;
        }
        int left = (space - builds.length()) / 2;
        return from + " ".repeat(left) + builds + " ".repeat(space - left - builds.length()) + to;
    }

    private void renderNotes(Curve curve, ValueAxis axis, Appendable out) throws IOException {
        List<LevelChange> changes = curve.changes();
        int skipped = Math.max(0, changes.size() - MOST_LISTED);
        if (skipped > 0) {
            out.append("  (" + skipped + " earlier " + (skipped == 1 ? "change" : "changes") + ")\n");
        }
        for (int i = skipped; i < changes.size(); i++) {
            String number = "(" + (i + 1) + ")";
            String indent = " ".repeat(3 + number.length());
            List<String> note = CellWidth.wrapped(note(changes.get(i)), style.columns() - indent.length());
            line("  " + style.paint(number, paint(changes.get(i))) + " " + note.get(0), out);
            for (String more : note.subList(1, note.size())) {
                line(indent + more, out);
            }
        }
        renderClipped(curve, axis::isAbove, style.sign('▲', '^') + " above the axis: ", true, out);
        renderClipped(curve, axis::isBelow, style.sign('▼', 'v') + " below the axis: ", false, out);
    }

    private String note(LevelChange change) {
        String kind = switch (change.kind()) {
            case STEP -> "";
            case DRIFT -> "slowly ";
            case ENVIRONMENT -> "change of environment ";
        };
        String way = change.isWorse() ? ", worse, " : change.isBetter() ? ", better, " : ", ";
        return Label.hash(change.firstBad().commit()) + " "
                + day.format(change.firstBad().timestamp()) + ": "
                + kind
                + Figures.effect(change.metric(), change.effect())
                + way + StepState.of(change);
    }

    private static Paint paint(LevelChange change) {
        if (change.kind() == ChangePoint.Kind.ENVIRONMENT) {
            return Paint.FAINT;
        }
        return change.isWorse() ? Paint.WORSE : change.isBetter() ? Paint.BETTER : Paint.STRONG;
    }

    private void renderClipped(Curve curve, DoublePredicate isBeyond, String sign, boolean isHighest, Appendable out)
            throws IOException {
        List<Series.Point> beyond = curve.series().points().stream()
                .filter(point -> isBeyond.test(point.value()))
                .toList();
        if (beyond.isEmpty()) {
            return;
        }
        Series.Point farthest = beyond.stream()
                .reduce((a, b) -> (a.value() >= b.value()) == isHighest ? a : b)
                .orElseThrow();
        String count = beyond.size() == 1 ? "" : beyond.size() + " builds, the farthest ";
        line(
                CellWidth.cut(
                        "  " + sign + count
                                + Figures.value(curve.series().metric(), farthest.value()) + ", "
                                + Label.hash(farthest.commit()) + " " + day.format(farthest.timestamp()),
                        style.columns()),
                out);
    }

    /** The field in which the dots stand. */
    private final class Plot {
        private final Curve curve;
        private final ValueAxis axis;
        private final Canvas canvas;
        private final double[] values;
        private final int[] starts;

        Plot(Curve curve, ValueAxis axis, Canvas canvas) {
            this.curve = curve;
            this.axis = axis;
            this.canvas = canvas;
            this.values = curve.values();
            this.starts = curve.starts();
        }

        void draw() {
            drawBand();
            for (int i = 0; i < starts.length; i++) {
                for (int row = 0; row < ROWS; row++) {
                    canvas.behind(
                            column(starts[i]),
                            row,
                            style.sign('┊', ':'),
                            paint(curve.changes().get(i)));
                }
            }
            drawValues();
        }

        private void drawBand() {
            UsualLevel usual = curve.usual();
            if (usual != null) {
                int from = starts.length == 0 ? 0 : column(starts[starts.length - 1]);
                int last = axis.dot(usual.low(), ROWS);
                for (int row = axis.dot(usual.high(), ROWS); row <= last; row++) {
                    for (int column = from; column < columns(); column++) {
                        canvas.behind(column, row, style.sign('░', '.'), Paint.FAINT);
                    }
                }
            }
        }

        /** Lines from build to build where each has a column of its own and dots are fine enough to make lines. */
        private void drawValues() {
            if (values.length == 1) {
                canvas.over(column(0), axis.dot(values[0], ROWS), style.sign('•', '*'), Paint.VALUE);
                return;
            }
            boolean isJoined = !style.isAscii() && values.length <= canvas.dotsAcross();
            for (int i = 0; i < values.length; i++) {
                int x = x(i);
                int y = axis.dot(values[i], canvas.dotsDown());
                canvas.dot(x, y);
                if (i > 0 && isJoined) {
                    canvas.line(x(i - 1), axis.dot(values[i - 1], canvas.dotsDown()), x, y);
                } else if (i > 0 && x == x(i - 1)) {
                    canvas.bar(x, axis.dot(values[i - 1], canvas.dotsDown()), y);
                }
            }
            for (int i = 0; i < values.length; i++) {
                if (axis.isAbove(values[i])) {
                    canvas.over(column(i), 0, style.sign('▲', '^'), Paint.OUTLIER);
                } else if (axis.isBelow(values[i])) {
                    canvas.over(column(i), ROWS - 1, style.sign('▼', 'v'), Paint.OUTLIER);
                }
            }
        }

        /** The line below the dots, with the numbers of the changes as far as there is room for them. */
        String floor() {
            StringBuilder floor = new StringBuilder();
            int last = 0;
            String line = "" + style.sign('─', '-');
            for (int i = 0; i < starts.length; i++) {
                String mark = "(" + (i + 1) + ")";
                int at = Math.min(column(starts[i]), columns() - mark.length());
                if (at >= last) {
                    floor.append(style.paint(line.repeat(at - last), Paint.FAINT))
                            .append(style.paint(mark, paint(curve.changes().get(i))));
                    last = at + mark.length();
                }
            }
            return style.paint("" + style.sign('└', '+'), Paint.FAINT)
                    + floor
                    + style.paint(line.repeat(columns() - last), Paint.FAINT);
        }

        private int columns() {
            return canvas.dotsAcross() / style.dotsAcross();
        }

        private int column(int build) {
            return x(build) / style.dotsAcross();
        }

        private int x(int build) {
            int last = canvas.dotsAcross() - 1;
            return values.length == 1 ? last / 2 : (int) Math.round((double) build * last / (values.length - 1));
        }
    }
}
