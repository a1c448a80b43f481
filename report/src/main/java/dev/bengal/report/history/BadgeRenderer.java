package dev.bengal.report.history;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** A figure as a small picture, in SVG without scripts, fonts or links; its title tells the date and the commit. */
public final class BadgeRenderer {
    private static final double LETTER_WIDTH = 6.6;
    private static final int PADDING = 12;
    private static final int LONGEST = 60;

    /** Empty where the build did not measure it. */
    public Optional<String> badge(String label, Metric metric, BuildMetrics build) {
        return build.reading(metric.name())
                .map(reading -> svg(
                        label,
                        Figures.value(metric, reading.value()),
                        " (" + new FigureRenderer().origin(build) + ")"));
    }

    /** The same of one point of a series. */
    public String badge(String label, Metric metric, Series.Point point) {
        String commit = point.commit() == null ? "" : ", " + Label.hash(point.commit());
        return svg(
                label,
                Figures.value(metric, point.value()),
                " (" + LocalDate.ofInstant(point.timestamp(), ZoneOffset.UTC) + commit + ")");
    }

    /** Where there is no value. */
    public String notMeasured(String label) {
        return svg(label, "not measured", "");
    }

    /** Label and value come from a record or a question, and are hostile. */
    private static String svg(String hostileLabel, String hostileValue, String origin) {
        String label = shown(hostileLabel);
        String value = shown(hostileValue);
        int left = width(label);
        int right = width(value);
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%5$s: %6$s">
                  <title>%5$s: %6$s%7$s</title>
                  <rect width="%2$d" height="20" fill="#444"/>
                  <rect x="%2$d" width="%3$d" height="20" fill="#05628a"/>
                  <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                    <text x="%4$s" y="14">%5$s</text>
                    <text x="%8$s" y="14">%6$s</text>
                  </g>
                </svg>
                """,
                left + right,
                left,
                right,
                left / 2.0,
                xml(label),
                xml(value),
                xml(origin),
                left + right / 2.0);
    }

    private static String shown(String text) {
        String printable = Label.printable(text);
        int letters = Math.min(LONGEST, printable.codePointCount(0, printable.length()));
        return printable.substring(0, printable.offsetByCodePoints(0, letters));
    }

    private static int width(String text) {
        return (int) Math.ceil(text.codePointCount(0, text.length()) * LETTER_WIDTH) + PADDING;
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                // XML has no place for these two.
                .replaceAll("[\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
