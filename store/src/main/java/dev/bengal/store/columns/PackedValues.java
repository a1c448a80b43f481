package dev.bengal.store.columns;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * What one metric was in the builds of a block. Measured values mostly have a few decimals, and then are packed as whole numbers of
 * thousandths or millionths; others as the bits they are, so that each comes back as it was.
 *
 * <p>How many builds have a value, which ones where not all have, the number of decimals or {@link #BITS}, and the numbers.
 */
final class PackedValues {
    private static final int[] DECIMALS = {0, 3, 6};
    private static final int BITS = 255;

    /** Up to here every whole number is a double of its own. */
    private static final double EXACT = 1L << 53;

    private PackedValues() {}

    /**
     * Packs values.
     *
     * @param places of the builds in the block, rising
     * @param values finite, one for each place
     * @param count how many of both
     * @param builds in the block
     */
    static byte[] pack(int[] places, double[] values, int count, int builds) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int decimals = decimals(values, count);
        packed.writeBytes(PackedNumbers.pack(new long[] {count, decimals}, 2));
        if (count < builds) {
            packed.writeBytes(PackedNumbers.pack(
                    Arrays.stream(places, 0, count).asLongStream().toArray(), count));
        }
        long[] numbers = new long[count];
        double scale = scale(decimals);
        for (int i = 0; i < count; i++) {
            numbers[i] = decimals == BITS ? Double.doubleToRawLongBits(values[i]) : (long) Math.rint(values[i] * scale);
        }
        packed.writeBytes(PackedNumbers.pack(numbers, count));
        return packed.toByteArray();
    }

    private static int decimals(double[] values, int count) {
        for (int decimals : DECIMALS) {
            if (comeBack(values, count, scale(decimals))) {
                return decimals;
            }
        }
        return BITS;
    }

    private static boolean comeBack(double[] values, int count, double scale) {
        for (int i = 0; i < count; i++) {
            double whole = Math.rint(values[i] * scale);
            if (!(Math.abs(whole) < EXACT)
                    || Double.doubleToRawLongBits((long) whole / scale) != Double.doubleToRawLongBits(values[i])) {
                return false;
            }
        }
        return true;
    }

    private static double scale(int decimals) {
        return switch (decimals) {
            case 0, BITS -> 1;
            case 3 -> 1e3;
            case 6 -> 1e6;
            default -> throw new DamagedBlockException("its values have " + decimals + " decimals");
        };
    }

    /** The value of each build of the block; NaN where it has none. */
    static double[] unpack(byte[] bytes, int builds) {
        PackedNumbers head = PackedNumbers.of(bytes, 0, 2);
        int count = Math.toIntExact(head.get(0));
        int decimals = Math.toIntExact(head.get(1));
        double scale = scale(decimals);
        double[] values = new double[builds];
        if (count == builds) {
            long[] numbers = PackedNumbers.of(bytes, head.end(), count).unpack();
            for (int i = 0; i < count; i++) {
                values[i] = value(numbers[i], decimals, scale);
            }
            return values;
        }
        Arrays.fill(values, Double.NaN);
        PackedNumbers places = PackedNumbers.of(bytes, head.end(), count);
        PackedNumbers numbers = PackedNumbers.of(bytes, places.end(), count);
        for (int i = 0; i < count; i++) {
            values[(int) places.get(i)] = value(numbers.get(i), decimals, scale);
        }
        return values;
    }

    private static double value(long number, int decimals, double scale) {
        return decimals == BITS ? Double.longBitsToDouble(number) : number / scale;
    }
}
