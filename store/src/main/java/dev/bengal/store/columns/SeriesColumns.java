package dev.bengal.store.columns;

import dev.bengal.store.Downsampling;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The values of a series, from which those are chosen that its picture needs; a million takes 16 MB while it is read. */
final class SeriesColumns {
    private final Order order;
    private long[] places = new long[1024];
    private double[] values = new double[1024];
    private int size;
    private boolean isInOrder = true;

    /** No values yet. */
    SeriesColumns(Order order) {
        this.order = order;
    }

    /** Compares two builds by their places, as a comparator does. */
    @FunctionalInterface
    interface Order {
        int compare(long place, long other);
    }

    /**
     * One more value, in any order.
     *
     * @param place by which the order knows the build
     * @param isBehind whether it is known to stand behind the one before
     */
    void add(long place, double value, boolean isBehind) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        isInOrder &= isBehind || size == 0 || order.compare(places[size - 1], place) <= 0;
        places[size] = place;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** The places of the values to keep, in order. */
    int[] kept(int points) {
        if (isInOrder) {
            return Downsampling.minMax(Arrays.copyOf(values, size), points);
        }
        int[] sorted = IntStream.range(0, size)
                .boxed()
                .sorted((one, other) -> order.compare(places[one], places[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] inOrder = Arrays.stream(sorted).mapToDouble(at -> values[at]).toArray();
        return Arrays.stream(Downsampling.minMax(inOrder, points))
                .map(at -> sorted[at])
                .toArray();
    }

    long place(int at) {
        return places[at];
    }

    double value(int at) {
        return values[at];
    }
}
