package dev.bengal.report.chart;

import dev.bengal.model.Metric;
import dev.bengal.model.Unit;
import dev.bengal.model.UsualLevel;
import dev.bengal.report.text.Figures;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values that a chart reaches over. A value that stands alone, far from those around it, would press all others into one line: where
 * that is so, the axis ends before it, and the chart says so. A level that holds is never cut off.
 *
 * @param low at the lower edge
 * @param high at the upper edge; more than {@code low}
 */
record ValueAxis(double low, double high) {
    private static final int FEWEST_TO_CLIP = 8;
    private static final int NEIGHBOURS = 2;
    /** Farther from its neighbours than so many typical distances, a value is wild. */
    private static final double WILD = 8;
    /** Nor is one wild that is nearer than this share of them, however quiet they are. */
    private static final double LEAST_WILD = 0.25;
    /** Only where the wild values take more than half of the height is anything gained by leaving them out. */
    private static final double WORTH_CLIPPING = 2;

    private static final double MARGIN = 0.05;
    /** No axis is shorter than this share of its values: what is noise shall not look like more. */
    private static final double LEAST_SPAN = 0.05;

    ValueAxis {
        if (!(low < high)) {
            throw new IllegalArgumentException("no axis reaches from " + low + " to " + high);
        }
    }

    /**
     * That of a chart.
     *
     * @param values in the order of the builds; at least one, finite
     * @param usual a band that is shown too, as far as it leaves the values a third of the height
     */
    static ValueAxis of(double[] values, @Nullable UsualLevel usual) {
        double[] whole = range(values);
        double[] range = whole;
        if (values.length >= FEWEST_TO_CLIP) {
            double[] tame = range(tame(values));
            double smallest = Math.max(tame[1] - tame[0], 0.02 * Math.abs(tame[1]));
            range = whole[1] - whole[0] > WORTH_CLIPPING * smallest ? tame : whole;
        }
        if (usual != null) {
            double span = range[1] - range[0] + LEAST_SPAN * Math.abs(range[1]);
            range = new double[] {
                Math.min(range[0], Math.max(range[0] - span, usual.low())),
                Math.max(range[1], Math.min(range[1] + span, usual.high()))
            };
        }
        return around(range[0], range[1]);
    }

    private static ValueAxis around(double low, double high) {
        double least = high == 0 && low == 0 ? 2 : LEAST_SPAN * Math.max(Math.abs(high), Math.abs(low));
        double margin = Math.max(MARGIN * (high - low), (least - (high - low)) / 2);
        double lower = low >= 0 ? Math.max(0, low - margin) : low - margin;
        return new ValueAxis(lower, high + margin);
    }

    private static double[] range(double[] values) {
        return new double[] {
            Arrays.stream(values).min().orElse(0), Arrays.stream(values).max().orElse(0)
        };
    }

    /** Those that are not wild; the values among their neighbours' medians always are some. */
    private static double[] tame(double[] values) {
        double[] medians = new double[values.length];
        double[] apart = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, Math.min(i - NEIGHBOURS, values.length - 2 * NEIGHBOURS - 1));
            medians[i] = median(Arrays.copyOfRange(values, from, from + 2 * NEIGHBOURS + 1));
            apart[i] = Math.abs(values[i] - medians[i]);
        }
        double typical = median(apart.clone());
        double[] levels = range(medians);
        double[] tame = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            boolean isWithin = values[i] >= levels[0] && values[i] <= levels[1];
            if (isWithin || apart[i] <= Math.max(WILD * typical, LEAST_WILD * Math.abs(medians[i]))) {
                tame[count++] = values[i];
            }
        }
        return count == 0 ? medians : Arrays.copyOf(tame, count);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Where a value stands among so many dots from above; values beyond the axis stand at its ends. */
    int dot(double value, int dots) {
        double place = (high - value) / (high - low) * dots;
        return (int) Math.max(0, Math.min(dots - 1, Math.floor(place)));
    }

    boolean isAbove(double value) {
        return value > high;
    }

    boolean isBelow(double value) {
        return value < low;
    }

    /** For each row, from above, what stands beside it: a round value in the metric's unit, or nothing. */
    String[] labels(Metric metric, int rows) {
        String[] labels = new String[rows];
        Arrays.fill(labels, "");
        double step = step(metric, rows);
        String before = "";
        for (double tick = Math.ceil(low / step) * step; tick <= high; tick += step) {
            String label = label(metric, tick, step);
            if (!label.equals(before)) {
                labels[dot(tick, rows)] = label;
                before = label;
            }
        }
        return labels;
    }

    /** 1, 2 or 5 times a power of ten, so large that not every row has a label; whole where things are counted. */
    private double step(Metric metric, int rows) {
        double least = (high - low) / Math.max(1, rows / 2.0);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double step =
                least <= power ? power : least <= 2 * power ? 2 * power : least <= 5 * power ? 5 * power : 10 * power;
        return metric.unit().equals(Unit.COUNT) ? Math.max(1, step) : step;
    }

    private static String label(Metric metric, double tick, double step) {
        double shown = Math.abs(tick) < step / 1000 ? 0 : tick;
        if (metric.unit().equals(Unit.MILLISECONDS)) {
            return millis(shown, step);
        }
        return metric.unit().equals(Unit.MEBIBYTES)
                ? (Figures.fixed(shown, decimals(step)) + "MB").replace('-', '−')
                : Figures.value(metric, shown);
    }

    private static String millis(double tick, double step) {
        if (Math.abs(tick) >= 120_000) {
            return Figures.seconds(tick);
        }
        return Math.abs(tick) >= 1000 || step >= 1000
                ? Figures.fixed(tick / 1000, decimals(step / 1000)) + "s"
                : Figures.fixed(tick, decimals(step)) + "ms";
    }

    /** As many as tell two ticks apart. */
    private static int decimals(double step) {
        return (int) Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)));
    }
}
