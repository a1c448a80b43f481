package dev.bengal.report.history;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import java.util.Locale;
import java.util.Optional;

/** A figure as a small picture, in SVG without scripts, fonts or links; its title tells the date and the commit. */
public final class BadgeRenderer {
    private static final double LETTER_WIDTH = 6.6;
    private static final int PADDING = 12;

    /** Empty where the build did not measure it. */
    public Optional<String> badge(String label, Metric metric, BuildMetrics build) {
        return build.reading(metric.name())
                .map(reading -> svg(
                        Label.printable(label),
                        Figures.value(metric, reading.value()),
                        new FigureRenderer().origin(build)));
    }

    private static String svg(String label, String value, String origin) {
        int left = width(label);
        int right = width(value);
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%5$s: %6$s">
                  <title>%5$s: %6$s (%7$s)</title>
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
                origin,
                left + right / 2.0);
    }

    private static int width(String text) {
        return (int) Math.ceil(text.codePointCount(0, text.length()) * LETTER_WIDTH) + PADDING;
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
