package dev.bengal.store;

import java.util.BitSet;

/**
 * Leaves points out of a series so that its picture stays: of each stretch of builds the lowest and the highest value are kept, so that no
 * extreme is lost, and the first and the last point.
 */
public final class Downsampling {
    private Downsampling() {}

    /**
     * The points to keep.
     *
     * @param values finite
     * @param most how many are kept at most; at least 4
     * @return their indexes, rising; all of them where there are no more than {@code most}
     */
    public static int[] minMax(double[] values, int most) {
        if (most < 4) {
            throw new IllegalArgumentException("most is " + most + "; a picture needs at least 4 points");
        }
        BitSet kept = new BitSet(values.length);
        if (values.length <= most) {
            kept.set(0, values.length);
            return kept.stream().toArray();
        }
        kept.set(0);
        kept.set(values.length - 1);
        int stretches = (most - 2) / 2;
        for (int i = 0; i < stretches; i++) {
            int from = (int) ((long) values.length * i / stretches);
            int to = (int) ((long) values.length * (i + 1) / stretches);
            keepExtremes(values, from, to, kept);
        }
        return kept.stream().toArray();
    }

    private static void keepExtremes(double[] values, int from, int to, BitSet kept) {
        int lowest = from;
        int highest = from;
        double low = values[from];
        double high = low;
        for (int i = from + 1; i < to; i++) {
            double value = values[i];
            if (value < low) {
                low = value;
                lowest = i;
            } else if (value > high) {
                high = value;
                highest = i;
            }
        }
        kept.set(lowest);
        kept.set(highest);
    }
}
