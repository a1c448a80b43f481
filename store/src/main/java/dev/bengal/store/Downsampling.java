package dev.bengal.store;

import java.util.BitSet;

/**
 * Leaves points out of a series so that its picture stays: of each stretch of builds the lowest and the highest value are kept, so that no
 * extreme is lost, and the first and the last point. Values may come in pieces.
 */
public final class Downsampling {
    private final int count;
    private final int stretches;
    private final BitSet kept = new BitSet();
    private int seen;
    private int stretch;
    private int end;
    private int lowest;
    private int highest;
    private double low;
    private double high;

    /**
     * Begins with the first value.
     *
     * @param count how many values there will be
     * @param most how many are kept at most; at least 4
     */
    public Downsampling(int count, int most) {
        if (most < 4) {
            throw new IllegalArgumentException("most is " + most + "; a picture needs at least 4 points");
        }
        this.count = count;
        this.stretches = count <= most ? 0 : (most - 2) / 2;
        if (stretches == 0) {
            kept.set(0, count);
        } else {
            kept.set(0);
            kept.set(count - 1);
        }
    }

    /**
     * The points to keep.
     *
     * @param values finite
     * @param most how many are kept at most; at least 4
     * @return their indexes, rising; all of them where there are no more than {@code most}
     */
    public static int[] minMax(double[] values, int most) {
        Downsampling whole = new Downsampling(values.length, most);
        whole.add(values, values.length);
        return whole.kept();
    }

    /** The next values, which are finite: the first ones of an array. */
    public void add(double[] values, int length) {
        for (int from = 0; from < length && stretch < stretches; ) {
            if (seen == end) {
                begin(values[from]);
            }
            int to = Math.min(length, from + end - seen);
            findExtremes(values, from, to);
            seen += to - from;
            from = to;
            if (seen == end) {
                kept.set(lowest);
                kept.set(highest);
                stretch++;
            }
        }
    }

    private void begin(double value) {
        end = (int) ((long) count * (stretch + 1) / stretches);
        lowest = seen;
        highest = seen;
        low = value;
        high = value;
    }

    private void findExtremes(double[] values, int from, int to) {
        double lowestValue = low;
        double highestValue = high;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (value < lowestValue) {
                lowestValue = value;
                lowest = seen + i - from;
            } else if (value > highestValue) {
                highestValue = value;
                highest = seen + i - from;
            }
        }
        low = lowestValue;
        high = highestValue;
    }

    /** The indexes of those to keep, rising, once all values were seen. */
    public int[] kept() {
        return kept.stream().toArray();
    }
}
