package dev.bengal.server;

import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.model.Unit;
import java.util.List;
import java.util.Locale;

/**
 * A small picture with the newest value of a metric, for a README.
 *
 * @param label on its left; hostile
 * @param value on its right
 */
record Badge(String label, String value) {
    private static final int LONGEST = 60;
    private static final int LETTER = 7;
    private static final int MARGIN = 12;
    private static final double MILLIS = 1000;

    /** Of the series whose last build is the newest; none where nothing was measured. */
    static Badge of(String metric, List<Series> series) {
        return series.stream()
                .max((one, other) -> last(one).timestamp().compareTo(last(other).timestamp()))
                .map(newest ->
                        new Badge(metric, words(newest.metric(), last(newest).value())))
                .orElse(new Badge(metric, "not measured"));
    }

    private static Series.Point last(Series series) {
        return series.points().get(series.points().size() - 1);
    }

    private static String words(Metric metric, double value) {
        if (metric.unit().equals(Unit.MILLISECONDS) && value >= MILLIS) {
            return String.format(Locale.ROOT, "%.2f s", value / MILLIS);
        }
        return metric.unit().equals(Unit.COUNT)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f %s", value, metric.unit().symbol())
                        .strip();
    }

    String svg() {
        String left = escaped(label);
        String right = escaped(value);
        int split = width(label);
        int whole = split + width(value);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%2$d" height="20" role="img" aria-label="%3$s: %4$s">\
                <title>%3$s: %4$s</title><rect width="%1$d" height="20" fill="#3d4450"/>\
                <rect x="%1$d" width="%5$d" height="20" fill="#0b5fa5"/>\
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">\
                <text x="%6$d" y="14">%3$s</text><text x="%7$d" y="14">%4$s</text></g></svg>
                """.formatted(split, whole, left, right, whole - split, split / 2, split + (whole - split) / 2);
    }

    private static int width(String text) {
        return Math.min(text.length(), LONGEST) * LETTER + MARGIN;
    }

    /** XML text: no markup, no control characters, not too long. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (c == '<' || c == '>' || c == '&' || c == '"' || c == '\'') {
                safe.append("&#").append(c).append(';');
            } else if (Character.isISOControl(c)
                    || !Character.isDefined(c)
                    || Character.getType(c) == Character.SURROGATE) {
                safe.append('\uFFFD');
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
