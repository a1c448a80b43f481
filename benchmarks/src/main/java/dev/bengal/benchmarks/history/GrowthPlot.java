package dev.bengal.benchmarks.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How times grow with the length of a history, as an SVG: both axes are logarithmic, so that what takes twice as long for twice as
 * many builds is a straight line that rises by a decade for each decade. What it shows is below it as a legend, in the order of the map.
 *
 * @param millis by what was done, for each number of builds the milliseconds that it took; all of them above 0
 */
record GrowthPlot(Map<String, ? extends Map<Integer, Double>> millis) {
    private static final int WIDTH = 790;
    private static final int LEFT = 60;
    private static final int RIGHT = 740;
    private static final int TOP = 20;
    private static final int BOTTOM = 320;
    private static final int LEGEND = 370;
    private static final int ROW = 20;

    /** Told apart by those who see no colours too, since each has a dash of its own. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#333333");

    private static final List<String> DASHES = List.of("none", "8 3", "2 3", "10 3 2 3", "5 5", "1 5");

    /** The whole document. */
    String svg() {
        Scales scales = Scales.of(millis);
        int height = LEGEND + ROW * millis.size();
        List<String> lines = new ArrayList<>();
        lines.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">");
        lines.add("<title>Milliseconds by the number of builds in the history</title>");
        lines.add("<rect width=\"" + WIDTH + "\" height=\"" + height + "\" fill=\"#ffffff\"/>");
        lines.addAll(scales.grid());
        int number = 0;
        for (Map.Entry<String, ? extends Map<Integer, Double>> curve : millis.entrySet()) {
            lines.addAll(curve(curve.getKey(), new TreeMap<>(curve.getValue()), number++, scales));
        }
        lines.add("</svg>");
        return String.join("\n", lines) + "\n";
    }

    private static List<String> curve(String name, TreeMap<Integer, Double> points, int number, Scales scales) {
        String stroke = "fill=\"none\" stroke=\"" + COLOURS.get(number % COLOURS.size())
                + "\" stroke-width=\"2\" stroke-dasharray=\"" + DASHES.get(number % DASHES.size()) + "\"";
        List<String> places = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        points.forEach((builds, value) -> {
            String x = decimal(scales.x(builds));
            String y = decimal(scales.y(value));
            places.add(x + "," + y);
            lines.add("<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"3\" fill=\"" + COLOURS.get(number % COLOURS.size())
                    + "\"/>");
        });
        lines.add(0, "<polyline points=\"" + String.join(" ", places) + "\" " + stroke + "/>");
        int at = LEGEND + ROW * number;
        lines.add("<path d=\"M" + LEFT + " " + at + "h40\" " + stroke + "/>");
        lines.add(text(LEFT + 50, at + 4, "start", name.replace("`", "")));
        return lines;
    }

    private static String text(double x, double y, String anchor, String text) {
        return "<text x=\"" + decimal(x) + "\" y=\"" + decimal(y) + "\" text-anchor=\"" + anchor
                + "\" fill=\"#222222\">"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</text>";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /**
     * Where a number lies: decades of builds from left to right, decades of milliseconds from the bottom to the top.
     *
     * @param mostBuilds a decade above {@code fewestBuilds} at least, like {@code mostMillis} above {@code leastMillis}
     */
    private record Scales(int fewestBuilds, int mostBuilds, int leastMillis, int mostMillis) {
        static Scales of(Map<String, ? extends Map<Integer, Double>> millis) {
            double[] builds = millis.values().stream()
                    .flatMap(curve -> curve.keySet().stream())
                    .mapToDouble(Integer::doubleValue)
                    .toArray();
            double[] times = millis.values().stream()
                    .flatMap(curve -> curve.values().stream())
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            int fewest = lowest(builds);
            int least = lowest(times);
            return new Scales(
                    fewest, Math.max(fewest + 1, highest(builds)), least, Math.max(least + 1, highest(times)));
        }

        private static int lowest(double[] values) {
            double lowest = Double.POSITIVE_INFINITY;
            for (double value : values) {
                lowest = Math.min(lowest, Math.log10(value));
            }
            return values.length == 0 ? 0 : (int) Math.floor(lowest);
        }

        private static int highest(double[] values) {
            double highest = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                highest = Math.max(highest, Math.log10(value));
            }
            return values.length == 0 ? 1 : (int) Math.ceil(highest);
        }

        double x(double builds) {
            return LEFT + (RIGHT - LEFT) * (Math.log10(builds) - fewestBuilds) / (mostBuilds - fewestBuilds);
        }

        double y(double value) {
            return BOTTOM - (BOTTOM - TOP) * (Math.log10(value) - leastMillis) / (mostMillis - leastMillis);
        }

        List<String> grid() {
            List<String> lines = new ArrayList<>();
            for (int decade = fewestBuilds; decade <= mostBuilds; decade++) {
                double x = x(Math.pow(10, decade));
                lines.add(line(x, TOP, x, BOTTOM));
                lines.add(text(x, BOTTOM + 18, "middle", power(decade)));
            }
            for (int decade = leastMillis; decade <= mostMillis; decade++) {
                double y = y(Math.pow(10, decade));
                lines.add(line(LEFT, y, RIGHT, y));
                lines.add(text(LEFT - 6, y + 4, "end", power(decade)));
            }
            lines.add(text((LEFT + RIGHT) / 2.0, BOTTOM + 36, "middle", "builds in the history"));
            lines.add(text(LEFT - 6, TOP - 8, "end", "ms"));
            return lines;
        }

        private static String power(int decade) {
            return decade < 0
                    ? String.format(Locale.ROOT, "%." + -decade + "f", Math.pow(10, decade))
                    : String.format(Locale.ROOT, "%,.0f", Math.pow(10, decade));
        }

        private static String line(double x1, double y1, double x2, double y2) {
            return "<path d=\"M" + decimal(x1) + " " + decimal(y1) + "L" + decimal(x2) + " " + decimal(y2)
                    + "\" stroke=\"#cccccc\"/>";
        }
    }
}
