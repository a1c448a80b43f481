package dev.bengal.store.columns;

import dev.bengal.store.Downsampling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The values of a series in columns of numbers, from which those are chosen that its picture needs; a million takes 32 MB while it is read. */
public final class SeriesColumns {
    private long[] places = new long[1024];
    private long[] stands = new long[1024];
    private long[] started = new long[1024];
    private double[] values = new double[1024];
    private int size;
    private boolean isInOrder = true;
    private final Ties ties;

    /**
     * No values yet.
     *
     * @param ties the order of builds of one time and start
     */
    public SeriesColumns(Ties ties) {
        this.ties = ties;
    }

    /** The order of two builds that {@code stands} and {@code started} leave open. */
    @FunctionalInterface
    public interface Ties {
        /** Compares two builds by their places, as a comparator does. */
        int compare(long place, long other);
    }

    /**
     * One more value, in any order.
     *
     * @param place by which the caller knows the build
     * @param stands by which builds are in order, then by {@code started}, then by the ties' order
     */
    public void add(long place, long stands, long started, double value) {
        if (size == places.length) {
            grow();
        }
        places[size] = place;
        this.stands[size] = stands;
        this.started[size] = started;
        values[size] = value;
        isInOrder &= size == 0 || compare(size - 1, size) <= 0;
        size++;
    }

    private void grow() {
        int length = 2 * size;
        places = Arrays.copyOf(places, length);
        stands = Arrays.copyOf(stands, length);
        started = Arrays.copyOf(started, length);
        values = Arrays.copyOf(values, length);
    }

    public int size() {
        return size;
    }

    /** The places of the values to keep, in order. */
    public int[] kept(int points) {
        if (isInOrder) {
            return Downsampling.minMax(Arrays.copyOf(values, size), points);
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted((Comparator<Integer>) this::compare)
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(at -> values[at]).toArray();
        return Arrays.stream(Downsampling.minMax(sorted, points))
                .map(at -> order[at])
                .toArray();
    }

    private int compare(int one, int other) {
        int comparison = Long.compare(stands[one], stands[other]);
        if (comparison == 0) {
            comparison = Long.compare(started[one], started[other]);
        }
        return comparison == 0 ? ties.compare(places[one], places[other]) : comparison;
    }

    public long place(int at) {
        return places[at];
    }

    public double value(int at) {
        return values[at];
    }
}
