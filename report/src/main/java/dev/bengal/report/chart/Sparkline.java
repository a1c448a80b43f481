package dev.bengal.report.chart;

import java.util.Arrays;

/** Values as a row of blocks, the lowest the lowest; where they are more than there is room for, each block stands for the last of its builds. */
public final class Sparkline {
    /** So wide at most. */
    static final int CELLS = 20;

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** Less apart than this share of themselves, values do not fill the height: what is noise shall not look like more. */
    private static final double FULL_HEIGHT = 0.05;

    /** Of at least one value, in their order. A wild one stands as high or low as the highest or lowest tame one. */
    public static String of(double... values) {
        ValueAxis axis = ValueAxis.of(values, null);
        double low = Arrays.stream(values)
                .filter(value -> !axis.isBelow(value))
                .min()
                .orElse(axis.low());
        double high = Arrays.stream(values)
                .filter(value -> !axis.isAbove(value))
                .max()
                .orElse(axis.high());
        double apart = Math.max(high - low, FULL_HEIGHT * Math.max(Math.abs(high), Math.abs(low)));
        double bottom = (high + low - apart) / 2;
        int cells = Math.min(CELLS, values.length);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells; i++) {
            double value = values[(int) ((long) (i + 1) * values.length / cells) - 1];
            line.append(BLOCKS.charAt(apart > 0 ? block((value - bottom) / apart) : BLOCKS.length() / 2));
        }
        return line.toString();
    }

    private static int block(double share) {
        int last = BLOCKS.length() - 1;
        return (int) Math.max(0, Math.min(last, Math.round(share * last)));
    }
}
