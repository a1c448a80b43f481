package dev.bengal.store.columns;

import dev.bengal.store.Downsampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The values of a series, from which those are chosen that its picture needs; a million takes some 12 MB while it is read. */
final class SeriesColumns {
    private final List<Stretch> stretches = new ArrayList<>();
    private int size;
    private boolean isInOrder = true;

    /** Takes a value that was chosen. */
    @FunctionalInterface
    interface Taker {
        void take(Block block, int at, double value);
    }

    /**
     * The values of a block, behind those of blocks before it.
     *
     * @param isInOrder whether each build of the block is known to stand behind the one before
     */
    void add(Stretch stretch, boolean isInOrder) {
        if (stretch.size == 0) {
            return;
        }
        this.isInOrder = this.isInOrder
                && (isInOrder || stretch.isInOrder())
                && (stretches.isEmpty() || stretches.get(stretches.size() - 1).isBefore(stretch));
        stretches.add(stretch);
        size += stretch.size;
    }

    int size() {
        return size;
    }

    /** The values to keep, in order, each as the number of its stretch and, in the lower half, its index there. */
    long[] kept(int points) {
        if (isInOrder) {
            return keptAsRead(points);
        }
        long[] sorted = sorted();
        double[] values = Arrays.stream(sorted).mapToDouble(this::value).toArray();
        return Arrays.stream(Downsampling.minMax(values, points))
                .mapToLong(kept -> sorted[kept])
                .toArray();
    }

    private long[] keptAsRead(int points) {
        Downsampling picture = new Downsampling(size, points);
        stretches.forEach(stretch -> picture.add(stretch.values, stretch.size));
        int[] places = picture.kept();
        long[] kept = new long[places.length];
        int before = 0;
        int stretch = 0;
        for (int i = 0; i < places.length; i++) {
            while (places[i] >= before + stretches.get(stretch).size) {
                before += stretches.get(stretch++).size;
            }
            kept[i] = together(stretch, places[i] - before);
        }
        return kept;
    }

    private static long together(int stretch, int index) {
        return ((long) stretch << Integer.SIZE) | index;
    }

    /** Hands on a value that was kept. */
    void handOn(long value, Taker taker) {
        stretch(value).handOn((int) value, taker);
    }

    /** All values in order. */
    private long[] sorted() {
        return IntStream.range(0, stretches.size())
                .boxed()
                .flatMapToLong(
                        number -> IntStream.range(0, stretches.get(number).size).mapToLong(i -> together(number, i)))
                .boxed()
                .sorted((one, other) -> stretch(one).compare(one.intValue(), stretch(other), other.intValue()))
                .mapToLong(Long::longValue)
                .toArray();
    }

    private Stretch stretch(long value) {
        return stretches.get((int) (value >>> Integer.SIZE));
    }

    private double value(long value) {
        return stretch(value).values[(int) value];
    }

    /** Values of builds of one block. */
    static final class Stretch {
        private final Block block;
        private int[] places;
        private double[] values;
        private int size;

        private Stretch(Block block, int[] places, double[] values, int size) {
            this.block = block;
            this.places = places;
            this.values = values;
            this.size = size;
        }

        /** No values yet. */
        Stretch(Block block) {
            this(block, new int[16], new double[16], 0);
        }

        /**
         * Those of several builds.
         *
         * @param places rising; used up
         * @param values by place, NaN where there is none; used up
         */
        static Stretch of(Block block, int[] places, double[] values) {
            int measured = 0;
            for (int at : places) {
                double value = values[at];
                if (!Double.isNaN(value)) {
                    places[measured] = at;
                    values[measured++] = value;
                }
            }
            return new Stretch(block, places, values, measured);
        }

        /** One more value; its place is behind the others. */
        void add(int at, double value) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            places[size] = at;
            values[size++] = value;
        }

        private boolean isInOrder() {
            for (int i = 1; i < size; i++) {
                if (compare(i - 1, this, i) > 0) {
                    return false;
                }
            }
            return true;
        }

        private boolean isBefore(Stretch next) {
            return compare(size - 1, next, 0) <= 0;
        }

        private int compare(int i, Stretch other, int otherIndex) {
            return block.compare(places[i], other.block, other.places[otherIndex]);
        }

        private void handOn(int i, Taker taker) {
            taker.take(block, places[i], values[i]);
        }
    }
}
