package dev.bengal.store.sql;

import dev.bengal.store.Downsampling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The values of a series in columns of numbers, from which those are chosen that its picture needs; a million takes 32 MB while it is read. */
final class SeriesColumns {
    private long[] numbers = new long[1024];
    private long[] stands = new long[1024];
    private long[] started = new long[1024];
    private double[] values = new double[1024];
    private int size;
    private boolean isInOrder = true;

    /**
     * One more value, in any order.
     *
     * @param number the build's row
     * @param stands by which builds are in order, then by {@code started}
     */
    void add(long number, long stands, long started, double value) {
        if (size == numbers.length) {
            grow();
        }
        numbers[size] = number;
        this.stands[size] = stands;
        this.started[size] = started;
        values[size] = value;
        isInOrder &= size == 0 || compare(size - 1, size) <= 0;
        size++;
    }

    /** All values of another one, in its order. */
    void addAll(SeriesColumns others) {
        for (int i = 0; i < others.size; i++) {
            add(others.numbers[i], others.stands[i], others.started[i], others.values[i]);
        }
    }

    private void grow() {
        int length = 2 * size;
        numbers = Arrays.copyOf(numbers, length);
        stands = Arrays.copyOf(stands, length);
        started = Arrays.copyOf(started, length);
        values = Arrays.copyOf(values, length);
    }

    int size() {
        return size;
    }

    /** The places of the values to keep, in order. */
    int[] kept(int points) {
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
        int standing = Long.compare(stands[one], stands[other]);
        return standing == 0 ? Long.compare(started[one], started[other]) : standing;
    }

    long number(int at) {
        return numbers[at];
    }

    double value(int at) {
        return values[at];
    }
}
